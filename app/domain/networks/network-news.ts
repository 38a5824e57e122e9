/** Something that happened in a network lately. */
export interface NetworkNews {
  kind: "published" | "call" | "member";
  network: { id: string; name: string };
  /** What it is about: a title, or a person's name. */
  title: string;
  /** BCP 47 of the title; null of a name. */
  language: string | null;
  /** Null: there is no page of it. */
  path: string | null;
  at: string;
}
