import type { ImportedProvision } from "~/domain/documents/import/imported-document";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { provisionKinds } from "~db/schema/provision";
import styles from "./importing.module.css";

interface CorrectionsProps {
  provisions: ImportedProvision[];
  language: string;
  revision: number;
  refused: Refused | undefined;
}

/** The place of the provision to which a refused correction belongs; -1 where there is none such. */
export const placeOf = (refused: Refused | undefined, provisions: ImportedProvision[]): number =>
  provisions.findIndex((_, at) => refused?.values.at === String(at));

/** The tree of provisions; each can be merged, split and relabelled. */
export function ProvisionCorrections({ provisions, language, revision, refused }: CorrectionsProps) {
  const { t } = useTranslation();
  const place = placeOf(refused, provisions);
  /** A field of the form that was sent back: as it was typed, to be found by the summary of errors. */
  const field = (form: string, at: number, name: string, stands: string) => {
    const own = at === place && refused?.form === form ? refused : undefined;
    const typed = own?.values[name];
    return {
      name,
      defaultValue: typeof typed === "string" ? typed : stands,
      ...(own && { id: `${form}-${name}`, "aria-invalid": own.errors[name] ? true : undefined }),
    };
  };
  return (
    <ol className={styles.tree}>
      {provisions.map((provision, at) => (
        <li key={provision.eId} id={`provision-${at}`} data-depth={Math.min(provision.depth, 4)}>
          <details open={at === place || undefined}>
            <summary>
              <span className={styles.eid}>
                {provision.eId} · {t(`provisionKind.${provision.kind}`)} {provision.label}
              </span>{" "}
              <span lang={language}>{shorten(provision.text)}</span>
            </summary>
            <p className={styles.text} lang={language}>
              {provision.text}
            </p>
            <Correction
              form="relabel"
              at={at}
              revision={revision}
              submit={t("importing.relabel")}
              about={provision.eId}
            >
              <label>
                {t("importing.kind")}{" "}
                <select {...field("relabel", at, "kind", provision.kind)}>
                  {provisionKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`provisionKind.${kind}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {t("importing.label")}{" "}
                <input {...field("relabel", at, "label", provision.label ?? "")} maxLength={40} />
              </label>
            </Correction>
            <Correction form="split" at={at} revision={revision} submit={t("importing.split")} about={provision.eId}>
              <label>
                {t("importing.from")} <input {...field("split", at, "from", "")} maxLength={500} />
              </label>
            </Correction>
            {at > 0 && (
              <Correction
                form="merge"
                at={at}
                revision={revision}
                submit={t("importing.merge", { other: provisions[at - 1]?.eId })}
                about={provision.eId}
              />
            )}
          </details>
        </li>
      ))}
    </ol>
  );
}

interface CorrectionProps {
  form: "merge" | "split" | "relabel";
  at: number;
  revision: number;
  submit: string;
  /** The provision's address, for who hears the button alone. */
  about: string;
  children?: React.ReactNode;
}

const Correction = ({ form, at, revision, submit, about, children }: CorrectionProps) => (
  <form method="post" className={styles.correction}>
    <input type="hidden" name="form" value={form} />
    <input type="hidden" name="at" value={at} />
    <input type="hidden" name="revision" value={revision} />
    {children}
    <button type="submit" aria-label={`${submit}: ${about}`}>
      {submit}
    </button>
  </form>
);

const shorten = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 110).trimEnd()} …`);
