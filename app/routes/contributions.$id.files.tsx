import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { canEdit } from "~/domain/contributions/contribution-policy";
import { addFile } from "~/domain/files/add-file.server";
import { describeFile, putFileBack, removeFile } from "~/domain/files/change-file.server";
import { isPicture, mostFiles } from "~/domain/files/file";
import { fileForm } from "~/domain/files/file-form";
import { getFile, listFiles } from "~/domain/files/file-queries.server";
import { readUpload } from "~/domain/files/read-upload.server";
import { personal, readSession, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { FilesPage } from "~/ui/contribution/files-page";
import { readForm, refuseField } from "~/ui/form/read-form";
import { typedIn } from "~/ui/form/typed";
import { orNotFound } from "~/ui/not-found";
import { keptFields } from "~/unwritten.server";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canEdit);
  const { id } = atHand.contribution;
  const { searchParams } = new URL(request.url);
  const removed = searchParams.get("removed");
  return {
    head: headOf(atHand),
    files: await listFiles(context.services.readDb, id),
    removed: removed ? ((await getFile(context.services.readDb, id, removed)) ?? null) : null,
    done: searchParams.has("added") ? ("added" as const) : searchParams.has("saved") ? ("saved" as const) : null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, files, now } = context.services;
  const { fields, upload, discard } = await readUpload(request, files, keptFields(context));
  try {
    if (!(await readSession(context, request))) throw data({ typed: typedIn(fields) }, 401);
    const { actor, contribution } = await contributionAtHand(context, request, params.id, canEdit);
    const page = `/contributions/${contribution.id}/files`;
    const file = { contributionId: contribution.id, id: String(fields.get("file") ?? "") };
    if (fields.get("form") === "remove") {
      await removeFile(db, actor, file, now());
      return redirect(`${page}?removed=${encodeURIComponent(file.id)}`);
    }
    if (fields.get("form") === "put-back") {
      await putFileBack(db, actor, file);
      return redirect(page);
    }
    const { data: words, refused } = readForm(fileForm, fields);
    if (refused) return refuse(context, refused);
    if (fields.get("form") !== "add") {
      const { mediaType } = orNotFound(await getFile(db, contribution.id, file.id));
      if (isPicture(mediaType) && !words.alternativeText) {
        return refuse(context, refuseField(fields, "alternativeText", "form.required"));
      }
      // Only what is seen has words for who cannot see it.
      await describeFile(db, actor, file, isPicture(mediaType) ? words : { ...words, alternativeText: "" });
      return redirect(`${page}?saved`);
    }
    if (!upload) return refuse(context, refuseField(fields, "file", "form.required"));
    // Before anything is stored: what is refused leaves nothing behind.
    const held = await listFiles(db, contribution.id);
    if (held.length >= mostFiles) return refuse(context, refuseField(fields, "file", "fileProblem.tooMany"));
    const { stored, problem } = await files.takeFile(upload, words.alternativeText !== "");
    if (problem) {
      const field = problem === "alternative" ? "alternativeText" : "file";
      return refuse(context, refuseField(fields, field, `fileProblem.${problem}`));
    }
    const full = await addFile(db, actor, contribution.id, { ...stored, ...words, name: upload.name }, now());
    return full ? refuse(context, refuseField(fields, "file", `fileProblem.${full}`)) : redirect(`${page}?added`);
  } finally {
    await discard();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  contributionMeta(matches, "files", loaded?.head.title);

export default function Files() {
  return <FilesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
