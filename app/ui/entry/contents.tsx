import styles from "./contents.module.css";

export interface ContentsItem {
  /** The id of the heading on this page. */
  id: string;
  name: string;
  /** From 0. */
  depth?: number;
  language?: string;
}

/** The page's table of contents; app/enhance/contents.ts marks the part that is being read. */
export function Contents({ items, label }: { items: ContentsItem[]; label: string }) {
  return (
    <nav aria-label={label} data-contents="">
      <ol className={styles.contents}>
        {items.map(({ id, name, depth = 0, language }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`} lang={language}>
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
