import type { Consents } from "~/domain/reviews/review";
import { CheckboxField } from "~/ui/form/choice-fields";
import { useTranslation } from "~/ui/translation";

export function useConsentLabels() {
  const { t } = useTranslation();
  return {
    mayPublish: t("reviewing.consent.mayPublish"),
    signs: t("reviewing.consent.signs"),
    listed: t("reviewing.consent.listed"),
  };
}

/** What a reviewer may agree to. Where names stay hidden there is nothing to sign. */
export function ConsentFields({ consents, maySign }: { consents: Consents; maySign: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <CheckboxField name="mayPublish" checked={consents.mayPublish} hint={t("reviewing.consent.mayPublishHint")} />
      {maySign && <CheckboxField name="signs" checked={consents.signs} />}
      <CheckboxField
        name="listed"
        checked={consents.listed}
        hint={maySign ? undefined : t("reviewing.consent.listedLater")}
      />
    </>
  );
}
