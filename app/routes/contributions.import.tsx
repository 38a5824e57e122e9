import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { checkExperiences } from "~/domain/contributions/exchange/check-experiences.server";
import { describeCellError } from "~/domain/contributions/exchange/describe-cell-error";
import { importExperiences } from "~/domain/contributions/exchange/import-experiences.server";
import { confirmImportForm, kindForm } from "~/domain/contributions/exchange/import-forms";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { readUpload } from "~/domain/files/read-upload.server";
import { readLanguage } from "~/i18n/language";
import { doing, personal, refuse, requireActor } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { ImportPage, type ShownCellError } from "~/ui/contribution/import-page";
import { readForm, refuseField } from "~/ui/form/read-form";
import { keptFields } from "~/unwritten.server";

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
  const { db, readDb, files, imports } = context.services;
  const { fields, upload, discard } = await readUpload(request, files, keptFields(context));
  try {
    const actor = await requireActor(context, request);
    const { person } = actor;
    const terms = await listTemplateTerms(readDb);
    if (fields.get("form") === "confirm") {
      const { data: meant, refused } = readForm(confirmImportForm, fields);
      if (refused) return refuse(context, refused);
      const { kind } = meant;
      const answer = await files.spendKept(person.id, meant.file, async (bytes) => {
        const { experiences, errors } = await checkExperiences(bytes, { kind, terms });
        if (errors.length > 0) return refuse(context, refuseField(fields, "file", "fileProblem.damaged"));
        const ids = await imports.follow(person.id, "written", (tell) =>
          importExperiences(db, doing(context, actor), { kind, experiences, networkId: null }, tell),
        );
        return redirect(`/contributions/import?imported=${ids.length}`);
      });
      return answer ?? refuse(context, refuseField(fields, "file", "form.gone"));
    }
    const { data: asked, refused } = readForm(kindForm, fields);
    if (refused) return refuse(context, refused);
    if (!upload) return refuse(context, refuseField(fields, "file", "form.required"));
    if (upload.tooLarge) return refuse(context, refuseField(fields, "file", "fileProblem.tooLarge"));
    const { kind } = asked;
    const { experiences, errors } = await imports.follow(person.id, "checked", async (tell) =>
      checkExperiences(await files.readUpload(upload), { kind, terms }, tell),
    );
    if (errors.length > 0) {
      context.refused = true;
      const shown = errors.slice(0, mostShown).map((error): ShownCellError => {
        const { row, column } = error;
        return { row, column, message: describeCellError(error, readLanguage(request)) };
      });
      return data(
        { refused: refuseField(fields, "file", "fileProblem.cells"), errors: { shown, total: errors.length } },
        422,
      );
    }
    const file = await files.keep(person.id, upload);
    return data({ found: { file, kind, name: upload.name, titles: experiences.map(({ title }) => title ?? "") } });
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
