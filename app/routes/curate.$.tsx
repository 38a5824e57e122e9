import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isBeingRevised } from "~/domain/editions/edited-entry-queries.server";
import { canEditLinks, canEditTexts, canTag } from "~/domain/editions/edition-policy";
import { listEditionsOf, readFields } from "~/domain/editions/edition-queries.server";
import { linksLeadTo } from "~/domain/editions/link-types";
import { entryPath } from "~/domain/links/link";
import { listLinksFrom, listLinksTo } from "~/domain/links/link-queries.server";
import { listTagsOf } from "~/domain/tags/tag-queries.server";
import { answerTakeBack, justDone } from "~/editing.server";
import {
  changeLink,
  changeTags,
  changeTexts,
  dropLink,
  entryToEdit,
  findTargets,
  handOver,
  networksToAdopt,
  readPair,
} from "~/entry-editing.server";
import { personal } from "~/signed-in.server";
import { EditEntryPage } from "~/ui/editing/edit-entry-page";
import { EditLinkPage } from "~/ui/editing/edit-link-page";
import { editingMeta } from "~/ui/editing/editing-meta";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { actor, entry } = await entryToEdit(context, request, params["*"]);
  const { id, kind } = entry;
  const about = { entry, path: entryPath(entry), done: justDone(request) };
  const pair = await readPair(context, request, actor, entry);
  if (pair) return { about, pair, parts: null };
  const leads = linksLeadTo(kind).length > 0;
  const links = canEditLinks(actor, entry) && leads;
  return {
    about,
    pair: null,
    parts: {
      texts: canEditTexts(actor, entry) ? await readFields(readDb, { kind: "text", subject: id }) : undefined,
      tags: canTag(actor, entry) ? await listTagsOf(readDb, id) : null,
      tagFields: (await readFields(readDb, { kind: "tags", subject: id })) ?? {},
      links: links
        ? {
            from: await listLinksFrom(readDb, id),
            to: actor.administrator ? await listLinksTo(readDb, id) : [],
            revised: await isBeingRevised(readDb, id),
            ...(await findTargets(context, request, entry)),
          }
        : null,
      adopters: await networksToAdopt(context, actor, entry),
      editions: await listEditionsOf(readDb, { place: id }),
    },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, entry } = await entryToEdit(context, request, params["*"]);
  const form = await request.formData();
  switch (form.get("form")) {
    case "texts":
      return changeTexts(context, actor, entry, form);
    case "tags":
      return changeTags(context, actor, entry, form);
    case "link":
      return changeLink(context, actor, entry, form);
    case "removeLink":
      return dropLink(context, actor, entry, form);
    case "adopt":
      return handOver(context, actor, entry, form);
    default:
      return answerTakeBack(context, actor, form, `/curate/${entry.id}?takenBackNow`);
  }
}

export const meta: MetaFunction = ({ matches }) => editingMeta(matches, "editing.title");

export default function Curate() {
  const { about, pair, parts } = useLoaderData<typeof loader>();
  const answer = { ...about, ...useActionData<typeof action>() };
  if (pair) return <EditLinkPage {...answer} pair={pair} />;
  return <EditEntryPage {...answer} {...parts} />;
}
