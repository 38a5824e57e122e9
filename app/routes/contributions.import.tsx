import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { checkPractices } from "~/domain/contributions/exchange/check-practices.server";
import { describeCellError } from "~/domain/contributions/exchange/describe-cell-error";
import { importPractices } from "~/domain/contributions/exchange/import-practices.server";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { readUpload } from "~/domain/files/read-upload.server";
import { readLanguage } from "~/i18n/language";
import { doing, personal, refuse, requireActor } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { ImportPage, type ShownCellError } from "~/ui/contribution/import-page";
import { refuseField } from "~/ui/form/read-form";

export const headers = personal;

const mostShown = 200;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  return {
    terms: await listTemplateTerms(context.services.readDb),
    imported: Number(new URL(request.url).searchParams.get("imported")) || 0,
  };
}

/** First the file is checked, and nothing is written; then the person says that it is meant. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, readDb, files } = context.services;
  const { fields, upload, discard } = await readUpload(request, files);
  try {
    const actor = await requireActor(context, request);
    const terms = await listTemplateTerms(readDb);
    if (fields.get("form") === "confirm") {
      const bytes = await files.takeKept(actor.person.id, String(fields.get("file") ?? ""));
      if (!bytes) return refuse(context, refuseField(fields, "file", "form.gone"));
      const { practices, errors } = await checkPractices(bytes, terms);
      if (errors.length > 0) return refuse(context, refuseField(fields, "file", "fileProblem.damaged"));
      const ids = await importPractices(db, doing(context, actor), practices);
      return redirect(`/contributions/import?imported=${ids.length}`);
    }
    if (!upload) return refuse(context, refuseField(fields, "file", "form.required"));
    if (upload.tooLarge) return refuse(context, refuseField(fields, "file", "fileProblem.tooLarge"));
    const { practices, errors } = await checkPractices(await files.readUpload(upload), terms);
    if (errors.length > 0) {
      context.refused = true;
      const refused = refuseField(fields, "file", "fileProblem.cells");
      const shown = errors.slice(0, mostShown).map((error): ShownCellError => {
        const { row, column } = error;
        return { row, column, message: describeCellError(error, readLanguage(request)) };
      });
      return data({ refused, errors: { shown, total: errors.length } }, 422);
    }
    const kept = await files.keep(actor.person.id, upload);
    return data({ found: { file: kept, name: upload.name, titles: practices.map(({ title }) => title ?? "") } });
  } finally {
    await discard();
  }
}

export const meta: MetaFunction = ({ matches }) => contributionMeta(matches, "import");

/** What the page is told of a file. */
type Answer = Pick<ComponentProps<typeof ImportPage>, "refused" | "errors" | "found">;

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} {...useActionData<Answer>()} />;
}
