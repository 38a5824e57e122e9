import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { listDocumentDrafts } from "~/domain/documents/draft-queries.server";
import { keepDraft } from "~/domain/documents/keep-draft.server";
import { readInProcess } from "~/domain/documents/read-in-process.server";
import { cleanFileName } from "~/domain/files/file-name";
import { inspectFile } from "~/domain/files/inspect-file.server";
import { readUpload } from "~/domain/files/read-upload.server";
import { refuse } from "~/signed-in.server";
import { refuseField } from "~/ui/form/read-form";
import { importingMeta } from "~/ui/importing/importing-meta";
import { UploadPage } from "~/ui/importing/upload-page";
import { keptFields } from "~/unwritten.server";

export const headers = administratorHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(context, request);
  return { drafts: await listDocumentDrafts(context.services.readDb) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, files, env, now, log } = context.services;
  const actor = await requireAdministrator(context, request);
  const { fields, upload, discard } = await readUpload(request, files, keptFields(context));
  const wrong = (message: Parameters<typeof refuseField>[2]) => refuse(context, refuseField(fields, "file", message));
  try {
    if (!upload) return wrong("form.required");
    if (upload.tooLarge) return wrong("fileProblem.tooLarge");
    if ((await inspectFile(upload.path, upload.name)).problem === "bomb") return wrong("fileProblem.bomb");
    const name = cleanFileName(upload.name);
    const read = await readInProcess(env.root, upload.path, name);
    if (read.problem === "busy") return wrong("fileProblem.busy");
    if (read.problem === "too-much") return wrong("form.importTooMuch");
    if (read.problem !== undefined) {
      log.info({ problem: read.problem }, "a document could not be read");
      return wrong("form.importUnread");
    }
    return redirect(`/admin/documents/${await keepDraft(db, actor, { name, ...read }, now())}`);
  } finally {
    await discard();
  }
}

export const meta: MetaFunction = ({ matches }) => importingMeta(matches);

export default function UploadDocument() {
  return <UploadPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
