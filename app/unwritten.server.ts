import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { typedIn } from "~/ui/form/typed";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Something could not be written that has to be: the answer says so with 503, and gives back what was sent. */
    unwritten?: boolean;
    /** The form that was sent, read once more; null where there is none. */
    sentForm?: () => Promise<FormData | null>;
  }
}

const codes = /^(SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN)|ENOSPC$|EDQUOT$|EROFS$)/;

/** Whether it failed because nothing can be written for now: a full disk, a locked or read-only database. */
export function isUnwritable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && codes.test(String(error.code))) || isUnwritable(error.cause);
}

/** Fields into which a form with a file is read, which is not kept whole: the page of errors holds them all the same. */
export function keptFields(context: AppLoadContext): FormData {
  const fields = new FormData();
  context.sentForm = async () => fields;
  return fields;
}

/** Lets the page of errors tell what happened, and hold all that was typed. */
export async function tellOfUnwritten(
  page: EntryContext["staticHandlerContext"],
  { sentForm }: AppLoadContext,
): Promise<void> {
  const form = await sentForm?.();
  const answer = { status: 503, statusText: "", internal: false, data: { typed: form ? typedIn(form) : null } };
  page.errors = { root: answer };
}
