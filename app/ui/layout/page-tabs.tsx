import styles from "./page-tabs.module.css";

interface PageTabsProps {
  label: string;
  /** `page` where the reader is, `true` where what they read lies below it. */
  tabs: { name: string; to: string; current?: "page" | "true" }[];
}

/** The ways between pages that belong together. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map(({ name, to, current }) => (
          <li key={to}>
            <a href={to} aria-current={current}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
