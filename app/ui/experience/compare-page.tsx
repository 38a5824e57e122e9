import type { MetaDescriptor } from "@remix-run/react";
import { type CaseStudyField, caseStudyFields } from "~/domain/case-studies/case-study";
import { entryPath } from "~/domain/links/link";
import { type PracticeField, practiceFields } from "~/domain/practices/practice";
import { translator } from "~/i18n/translate";
import { DiffText } from "~/ui/contribution/diff-text";
import { ChoiceForm } from "~/ui/form/choice-form";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { listOf } from "./experience-meta";
import { type ComparedPage, readablePage } from "./readable-page";
import { type Tombstone, TombstonePage, tombstoneMeta } from "./tombstone-page";

type Compared = { comparison: { from: ComparedPage; to: ComparedPage } } | { tombstone: Tombstone };

/** What differs between two versions, word by word. */
export function ComparePage(compared: Compared) {
  return "tombstone" in compared ? <TombstonePage {...compared.tombstone} /> : <Comparison {...compared.comparison} />;
}

function Comparison({ from, to }: { from: ComparedPage; to: ComparedPage }) {
  const { t, language } = useTranslation();
  const [list, listPath] = listOf[to.kind];
  const fields: readonly (PracticeField | CaseStudyField)[] = to.kind === "practice" ? practiceFields : caseStudyFields;
  const names = fields.map((field): [string, string] => [field, t(`field.${field}`)]);
  const before = readablePage(t, language, from, names);
  const after = readablePage(t, language, to, names);
  const changed = after.flatMap(([name, text, kind], index) => {
    const old = before[index]?.[1] ?? "";
    return old === text ? [] : [{ name, old, text, kind }];
  });
  const { versions } = to.version;
  return (
    <Page
      title={t("publication.compare")}
      lead={t("publication.compareLead")}
      crumbs={[
        { name: t(`${list}.title`), to: listPath },
        { name: to.title, to: entryPath(to) },
        { name: t("publication.compare") },
      ]}
    >
      <ChoiceForm submit={t("publication.show")}>
        {versionChoice("from", from.version.number)}
        {versionChoice("to", to.version.number)}
      </ChoiceForm>
      {to.version.changeNote && from.version.number < to.version.number && (
        <p>
          {t("publication.whatChanged")}
          {t("site.colon")} {to.version.changeNote}
        </p>
      )}
      {changed.length === 0 && <p>{t("publication.same")}</p>}
      {changed.map(({ name, old, text, kind }) => (
        <Part key={name} title={name}>
          <DiffText
            before={old}
            after={text}
            language={kind === "labels" ? language : to.language}
            names={kind !== undefined}
          />
        </Part>
      ))}
    </Page>
  );

  function versionChoice(name: "from" | "to", value: number) {
    return (
      <label>
        {t(`publication.${name}`)}
        <select name={name} defaultValue={value}>
          {versions.map(({ number, publishedAt }) => (
            <option key={number} value={number}>
              {t("publication.versionOf", { number, date: formatDate(publishedAt, language) })}
            </option>
          ))}
        </select>
      </label>
    );
  }
}

export function compareMeta(matches: Parameters<typeof frameOf>[0], compared: Compared | undefined): MetaDescriptor[] {
  if (!compared) return [];
  if ("tombstone" in compared) return tombstoneMeta(matches, compared.tombstone);
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: `${t("publication.compare")}${t("site.colon")} ${compared.comparison.to.title}`,
    description: t("publication.compareLead"),
    canonicalPath: entryPath(compared.comparison.to),
    noIndex: true,
  });
}
