import type { ReactNode } from "react";
import { FollowButton } from "~/ui/following/follow-button";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import styles from "./page.module.css";

interface PageProps {
  title: ReactNode;
  /** Language of the title where it is not the page's. */
  titleLanguage?: string;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  leadLanguage?: string;
  crumbs?: Crumb[];
  /** A column beside the text: contents, facts, cite. Below it on a phone. */
  aside?: ReactNode;
  /** The whole width, for tables, maps and results. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of a page's content: where one is, its title, its text and what stands beside it. */
export function Page({ title, titleLanguage, eyebrow, lead, leadLanguage, crumbs, aside, wide, children }: PageProps) {
  return (
    <div className={styles.page}>
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <header className={styles.head}>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1 lang={titleLanguage}>{title}</h1>
        {lead && (
          <p className={styles.lead} lang={leadLanguage}>
            {lead}
          </p>
        )}
        <FollowButton />
      </header>
      <div className={aside ? styles.columns : undefined} data-wide={wide ? "" : undefined}>
        <div className={styles.text}>{children}</div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
    </div>
  );
}

/** A part of a page under a heading of its own; `id` gives it an address. */
export function Part({
  title,
  id,
  lead,
  children,
}: {
  title: string;
  id?: string;
  lead?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className={styles.partLead}>{lead}</p>}
      {children}
    </section>
  );
}
