import type { Contribution } from "./contribution";

/** A contribution as a line of the desk. */
export interface DeskLine extends Pick<Contribution, "id" | "kind" | "status" | "updatedAt"> {
  title: string;
  language: string;
  percent: number;
  /** The city's latest answer, if it was asked. */
  factCheck: "asked" | "confirmed" | "disputed" | null;
}

export interface Desk {
  /** What the person writes, alone or with others. */
  own: DeskLine[];
  /** Case studies of the person's cities, whose facts are to be checked. */
  toCheck: DeskLine[];
  /** What was submitted to networks that the person coordinates. */
  submitted: DeskLine[];
  networks: { id: string; name: string }[];
}
