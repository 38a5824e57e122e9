import { z } from "zod";
import { type ContributionKind, contributionKinds } from "~db/schema/contribution";

const kind = z.enum(contributionKinds, "form.wrong");
/** Of which kind the rows of a file are. */
export const kindForm = z.object({ kind });
/** A file that was checked, and the person's word that it is meant. */
export const confirmImportForm = z.object({ kind, file: z.string().min(1).max(200) });

/** Of which kind a file to download is asked for. */
export const readKind = (request: Request): ContributionKind =>
  kind.catch("practice").parse(new URL(request.url).searchParams.get("kind"));
