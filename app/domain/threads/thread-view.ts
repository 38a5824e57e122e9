import type { SafeHtml } from "~/domain/text/safe-html";
import type { ThreadSide } from "~db/schema/thread";
import type { Message, Place, Thread } from "./thread";
import type { WriterView } from "./writer-view";

/** What a thread is about, as its pages show it. */
export interface AboutView extends Pick<Place, "kind" | "title" | "language" | "open"> {
  /** Where the reader reads it. */
  path: string;
  /** Where all its threads are. */
  discussion: string;
  /** What the reader writes as. */
  side: ThreadSide | null;
  /** Whether somebody else sees no more than that. */
  hidden: boolean;
}

export interface ThreadLineView
  extends Pick<Thread, "id" | "title" | "language" | "messages" | "lastAt" | "resolvedAt"> {
  quote: string | null;
  locked: boolean;
  first: WriterView;
}

export interface MessageView extends Pick<Message, "number" | "language" | "quoted" | "writtenAt" | "removed"> {
  writer: WriterView;
  html: SafeHtml;
  edited: boolean;
  /** Its own address. */
  path: string;
  may: { edit: boolean; takeBack: boolean; report: boolean; judge: boolean };
}

export interface ThreadView extends Pick<Thread, "id" | "title" | "language" | "quote" | "resolvedAt" | "lockedAt"> {
  about: AboutView;
  may: { reply: boolean; resolve: boolean; moderate: boolean };
}
