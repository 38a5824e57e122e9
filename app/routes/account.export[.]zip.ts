import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { listFilesOf } from "~/domain/files/file-queries.server";
import { exportAccount } from "~/domain/people/export-account.server";
import { packExport } from "~/domain/people/pack-export.server";
import { requireSession } from "~/signed-in.server";

/** Everything about an account: the JSON file, and the pictures and files of what the person writes. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, files, now } = context.services;
  const { person } = await requireSession(context, request);
  const account = await exportAccount(readDb, person.id, now());
  const held = (await listFilesOf(readDb, person.id)).map(({ contributionId, id, name, sha256 }) => ({
    name: `files/${contributionId}/${id}-${name}`,
    path: files.pathOf(sha256),
  }));
  const headers = {
    "Content-Type": "application/zip",
    "Content-Disposition": 'attachment; filename="polylogue-account.zip"',
    "Cache-Control": "private, no-store",
  };
  return new Response(createReadableStreamFromReadable(packExport(account, held, now())), { headers });
}
