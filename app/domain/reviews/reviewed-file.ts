import type { ContributionFile } from "~/domain/files/file";

/** A file of what is reviewed, as it stood when the round opened. */
export interface ReviewedFile extends Omit<ContributionFile, "sha256"> {
  /** Null: it is not for this reader to open. */
  sha256: string | null;
  /** Why not: its properties may name authors who are hidden, or they have taken it out since. */
  withheld: "names" | "removed" | null;
}

export const isReadable = (file: ReviewedFile): file is ReviewedFile & ContributionFile => file.sha256 !== null;

/** What a file is called where its name could tell whose it is. */
export const neutralName = (name: string, position: number): string =>
  `file-${position}${/\.\w{1,8}$/.exec(name)?.[0] ?? ""}`;
