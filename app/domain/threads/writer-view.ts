import { maySee } from "~/domain/reviews/who-sees-whom";
import type { ThreadSide } from "~db/schema/thread";
import type { Message, Place } from "./thread";

/** Who wrote a message, as far as its reader may know. */
export interface WriterView {
  /** Null: hidden, or gone. */
  name: string | null;
  /** Their profile, where they show it. */
  path: string | null;
  side: ThreadSide | null;
  /** Of a reviewer whose name is hidden. */
  number: number | null;
  me: boolean;
}

interface Reader {
  side: ThreadSide | null;
  personId: string | null;
}

/** Cuts the writer of a message down to what its reader may know. */
export function viewWriter(
  { writer, side, reviewerNumber }: Pick<Message, "writer" | "side" | "reviewerNumber">,
  reader: Reader,
  { kind, anonymity }: Pick<Place, "kind" | "anonymity">,
): WriterView {
  const me = writer !== null && writer.id === reader.personId;
  const known =
    kind === "entry" || me || (reader.side !== null && side !== null && maySee(reader.side, side, anonymity));
  if (!known) return { name: null, path: null, side, number: reviewerNumber, me: false };
  return {
    name: writer?.name ?? null,
    path: writer?.listed ? `/people/${writer.id}` : null,
    side,
    number: anonymity === "open" ? null : reviewerNumber,
    me,
  };
}
