import type { Label } from "~/domain/vocabularies/vocabulary";
import type { CallStatus } from "~db/schema/call";

/** A call for practices as lines and pages show it. */
export interface Call {
  id: string;
  status: CallStatus;
  language: string;
  title: string;
  text: string;
  /** Null: of the whole site. */
  network: { id: string; name: string } | null;
  recommendation: { id: string; eid: string; label: string | null; shortTitle: string; summary: string | null } | null;
  tool: { id: string; name: string } | null;
  region: { code: string; label: Label } | null;
  theme: { code: string; label: Label } | null;
  /** The last day. */
  deadline: string | null;
  publishedAt: string | null;
  closedAt: string | null;
}

/** Whether contributions may still be begun from it. */
export const isOpen = ({ status, deadline }: Pick<Call, "status" | "deadline">, now: Date): boolean =>
  status === "published" && (deadline === null || deadline >= now.toISOString().slice(0, 10));
