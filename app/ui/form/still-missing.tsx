import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";

interface StillMissingProps {
  names: string[];
  labels: Record<string, string>;
  /** Where each can be filled in. */
  links: Record<string, string>;
}

/** What has to be filled in on another page before this one can be sent. */
export function StillMissing({ names, labels, links }: StillMissingProps) {
  const { t } = useTranslation();
  if (names.length === 0) return <p>{t("contribution.ready")}</p>;
  return (
    <div className={type.prose}>
      <h2>{t("contribution.missing")}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={links[name]}>{labels[name]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
