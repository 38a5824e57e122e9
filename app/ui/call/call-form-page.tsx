import type { Call } from "~/domain/calls/call";
import type { CallChoices } from "~/domain/calls/call-choices-queries.server";
import { languageNames, languages } from "~/i18n/language";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";

interface CallFormProps {
  /** Undefined: a new one. */
  call?: Call;
  choices: CallChoices;
  refused?: Refused;
}

/** A call while it is written. */
export function CallFormPage({ call, choices, refused }: CallFormProps) {
  const { t, language } = useTranslation();
  const title = t(call ? "calls.edit" : "calls.new");
  const inTitleOrder = (list: { code: string; label: CallChoices["regions"][number]["label"] }[]) =>
    list.map(({ code, label }) => ({ value: code, label: label[language] }));
  return (
    <Page
      title={title}
      crumbs={[
        { name: t("calls.title"), to: "/calls" },
        ...(call ? [{ name: call.title, to: `/calls/${call.id}` }] : []),
        { name: title },
      ]}
    >
      <Form
        id="call"
        labels={{
          title: t("calls.field.title"),
          text: t("calls.field.text"),
          language: t("calls.field.language"),
          network: t("calls.field.network"),
          recommendation: t("coverage.recommendation"),
          tool: t("kind.tool"),
          region: t("coverage.axis.region"),
          theme: t("coverage.axis.theme"),
          deadline: t("calls.field.deadline"),
        }}
        refused={refused}
        submit={t("calls.save")}
      >
        <TextField name="title" value={call?.title} />
        <TextAreaField name="text" rows={10} value={call?.text} hint={t("calls.field.textHint")} />
        <SelectField
          name="language"
          value={call?.language ?? language}
          choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        />
        {(!call || call.status === "draft") && (
          <SelectField
            name="network"
            optional={choices.site}
            hint={t("calls.field.networkHint")}
            value={call ? call.network?.id : choices.networks[0]?.id}
            choices={choices.networks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          name="recommendation"
          optional
          value={call?.recommendation?.id}
          choices={choices.recommendations.map((row) => ({
            value: row.id,
            label: `${row.shortTitle}, ${provisionName(t, { ...row, kind: "recommendation" })}`,
          }))}
        />
        <SelectField
          name="tool"
          optional
          value={call?.tool?.id}
          choices={choices.tools.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField name="region" optional value={call?.region?.code} choices={inTitleOrder(choices.regions)} />
        <SelectField name="theme" optional value={call?.theme?.code} choices={inTitleOrder(choices.themes)} />
        <TextField name="deadline" optional short value={call?.deadline} hint={t("calls.field.deadlineHint")} />
      </Form>
    </Page>
  );
}
