import type { Language } from "~/i18n/language";
import { RadioGroup } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { AccountPage } from "~/ui/people/account-page";
import { languageName } from "~/ui/people/language-name";
import { useTranslation } from "~/ui/translation";
import { type MailChoice, mailChoices } from "~db/schema/telling";

interface Props {
  choice: MailChoice;
  email: string;
  language: Language;
  saved: boolean;
  refused?: Refused;
}

/** What of all that one is told comes by mail. */
export function MailChoicePage({ choice, email, language, saved, refused }: Props) {
  const { t, language: own } = useTranslation();
  return (
    <AccountPage place="mailChoice" done={saved ? t("mailChoice.saved") : null}>
      <p>{t("mailChoice.about")}</p>
      <Form id="mails" labels={{ choice: t("mailChoice.legend") }} refused={refused} submit={t("account.save")}>
        <RadioGroup
          name="choice"
          value={choice}
          choices={mailChoices.map((value) => ({ value, label: t(`mailChoice.${value}`) }))}
        />
      </Form>
      <p>
        {t("mailChoice.when", { email, language: languageName(language, own) })}{" "}
        <a href="/account#profile-language">{t("mailChoice.changeLanguage")}</a>
      </p>
    </AccountPage>
  );
}
