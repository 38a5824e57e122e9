import { contentLanguages } from "~/domain/contributions/contribution-fields";
import { type CallAnswered, InAnswer } from "~/ui/call/in-answer";
import { SelectField } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { contributionKinds } from "~db/schema/contribution";

interface NewContributionProps {
  /** What is sent twice by this page is begun once. */
  once: string;
  language: string;
  /** What it answers. */
  call: CallAnswered | null;
  refused?: Refused;
}

export function NewContributionPage({ once, language: own, call, refused }: NewContributionProps) {
  const { t, language } = useTranslation();
  const names = new Intl.DisplayNames(language, { type: "language" });
  const title = t("contribution.start");
  return (
    <Page
      title={title}
      lead={t("contribution.startLead")}
      crumbs={[{ name: t("desk.title"), to: "/desk" }, { name: title }]}
    >
      {call && <InAnswer call={call} />}
      <Form
        id="new"
        labels={{
          kind: t("contribution.kind"),
          title: t("template.title.label"),
          language: t("template.language.label"),
        }}
        refused={refused}
        submit={t("contribution.begin")}
      >
        <input type="hidden" name="once" value={once} />
        {call && <input type="hidden" name="call" value={call.id} />}
        <SelectField
          name="kind"
          choices={contributionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField name="title" hint={t("template.title.help")} />
        <SelectField
          name="language"
          value={own}
          choices={contentLanguages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        />
      </Form>
    </Page>
  );
}
