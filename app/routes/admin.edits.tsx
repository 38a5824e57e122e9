import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { nameEdited } from "~/domain/editions/edited-names-queries.server";
import { listEditions } from "~/domain/editions/edition-queries.server";
import { answerTakeBack, justDone } from "~/editing.server";
import { readLanguage } from "~/i18n/language";
import { editingMeta } from "~/ui/editing/editing-meta";
import { EditsPage } from "~/ui/editing/edits-page";
import { pageOf } from "~/ui/page-of";

export const headers = administratorHeaders;

const perPage = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(context, request);
  const page = pageOf(request);
  const part = { limit: perPage, offset: (page - 1) * perPage };
  const { readDb } = context.services;
  const { total, lines } = await listEditions(readDb, "all", part);
  return {
    ...{ page, pages: Math.ceil(total / perPage), done: justDone(request) },
    editions: lines,
    names: await nameEdited(readDb, lines, readLanguage(request)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireAdministrator(context, request);
  return answerTakeBack(context, actor, await request.formData(), "/admin/edits?takenBackNow");
}

export const meta: MetaFunction = ({ matches }) => editingMeta(matches, "editing.all");

export default function Edits() {
  return <EditsPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
