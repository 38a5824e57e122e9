import type { DisputedPoint } from "~/domain/contributions/contribution";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

/** What the city says is not so, beside the text that says it. */
export function DisputedPoints({ points, language }: { points: DisputedPoint[]; language: string }) {
  const { t } = useTranslation();
  return (
    <Part title={t("publication.disputedPoints")} id="disputed">
      <dl>
        {points.map(({ field, text }) => (
          <div key={field}>
            <dt>{t(`template.${field}.label`)}</dt>
            <dd lang={language}>{text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
