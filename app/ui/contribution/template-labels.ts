import { type FieldName, fieldNames } from "~/domain/contributions/contribution-fields";
import { useTranslation } from "~/ui/translation";

/** What each field of the template is called. */
export function useTemplateLabels(): Record<FieldName, string> {
  const { t } = useTranslation();
  return Object.fromEntries(fieldNames.map((name) => [name, t(`template.${name}.label`)])) as Record<FieldName, string>;
}
