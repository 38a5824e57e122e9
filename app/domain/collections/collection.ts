import type { EntryReference } from "~/domain/links/link";
import type { EntryKind } from "~db/schema/entry";

export const mostItems = 200;

export interface CollectionPicture {
  sha256: string;
  width: number;
  height: number;
  alternative: string;
}

interface CollectionTexts {
  language: string;
  title: string;
  summary: string;
  /** Markdown. */
  text: string;
  picture: CollectionPicture | null;
}

/** A collection as lines name it. */
export interface CollectionLine {
  id: string;
  title: string;
  summary: string;
  language: string;
  network: { id: string; name: string } | null;
  items: number;
  /** Null: never published. */
  version: number | null;
}

/** A collection while it is worked on. */
export interface CollectionDraft extends CollectionTexts {
  id: string;
  network: { id: string; name: string } | null;
  currentVersion: number | null;
  items: { entry: EntryReference; note: string }[];
}

/** A version as it was published. */
export interface CollectionVersion extends CollectionTexts {
  id: string;
  network: { id: string; name: string } | null;
  number: number;
  publishedAt: string;
  items: CollectionVersionItem[];
  /** All versions, newest first. */
  versions: { number: number; publishedAt: string; changeNote: string | null }[];
}

export interface CollectionVersionItem {
  /** What it was called, should it be gone. */
  title: string;
  kind: EntryKind;
  note: string;
  /** Null: not published any more. */
  entry: EntryReference | null;
}

/** Where something may be featured: the home page, or a network's. */
export const home = "site";
