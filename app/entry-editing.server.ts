import { type AppLoadContext, redirect } from "@remix-run/node";
import { edit } from "~/domain/editions/edit.server";
import { getEditedEntry } from "~/domain/editions/edited-entry-queries.server";
import { linkValue, readLinkValue } from "~/domain/editions/edition";
import {
  documentTextForm,
  linkForm,
  removeLinkForm,
  summaryForm,
  tagsForm,
  toolTextForm,
} from "~/domain/editions/edition-forms";
import { canEditLinks, canEditSomething, type EditedEntry } from "~/domain/editions/edition-policy";
import { readFields } from "~/domain/editions/edition-queries.server";
import { evidenceChoices, hasEvidence, linksLeadTo, linkTypesBetween } from "~/domain/editions/link-types";
import { tagEntry } from "~/domain/editions/tag-entry.server";
import { findLinkTargets } from "~/domain/links/find-link-targets.server";
import type { EntryReference } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import { listNetworks } from "~/domain/networks/network-detail-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { adoptEntry } from "~/domain/publication/adopt-entry.server";
import { adoptForm } from "~/domain/publication/publication-forms";
import { canAdopt } from "~/domain/publication/publication-policy";
import { answerEdit, filled, refuseEdit } from "~/editing.server";
import { readLanguage } from "~/i18n/language";
import { doing, requireActor } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { notFound, orNotFound } from "~/ui/not-found";

type Editor = NonNullable<Actor>;

/** The entry of an address, for whoever may edit some of it; to others there is no such page. @throws Response */
export async function entryToEdit(context: AppLoadContext, request: Request, id = "") {
  const actor = await requireActor(context, request);
  const entry = orNotFound(await getEditedEntry(context.services.readDb, id));
  if (!canEditSomething(actor, entry)) throw notFound();
  return { actor, entry };
}

/** The link that an address names: `?link=` where it leads, `&type=` what it is; null where it names none. @throws 404 */
export async function readPair(context: AppLoadContext, request: Request, actor: Editor, entry: EditedEntry) {
  const { readDb } = context.services;
  const { searchParams } = new URL(request.url);
  const to = searchParams.get("link");
  if (to === null) return null;
  if (!canEditLinks(actor, entry)) throw notFound();
  const target = orNotFound(await getEditedEntry(readDb, to));
  const [other] = await getReferences(readDb, [to]);
  const fields = orNotFound(await readFields(readDb, { kind: "links", subject: `${entry.id}>${to}` }));
  const types = linkTypesBetween(entry, target);
  const type = types.find((known) => known === searchParams.get("type")) ?? null;
  const stands = type === null ? undefined : fields[type];
  const now = stands === undefined ? null : readLinkValue(stands);
  return {
    ...{ other: orNotFound(other), fields, types, type: stands === undefined ? null : type },
    ...{ evidence: now?.evidence ?? null, note: now?.note ?? null },
    levels: hasEvidence(entry.kind) ? evidenceChoices(now?.evidence ?? null) : [],
  };
}

/** What an address searches for to link to; only what a link from this entry can lead to. */
export async function findTargets(context: AppLoadContext, request: Request, entry: EditedEntry) {
  const { readDb, search } = context.services;
  const find = (new URL(request.url).searchParams.get("find") ?? "").trim().slice(0, 200);
  if (find === "") return { find, found: null };
  const hits = await findLinkTargets(
    { readDb, search },
    { text: find, kinds: linksLeadTo(entry.kind), language: readLanguage(request) },
  );
  const found: EntryReference[] = [];
  for (const hit of hits) {
    const target = await getEditedEntry(readDb, hit.entry.id);
    if (target && linkTypesBetween(entry, target).length > 0) found.push(hit.entry);
  }
  return { find, found };
}

const textForms = { document: documentTextForm, tool: toolTextForm } as const;

export async function changeTexts(context: AppLoadContext, actor: Editor, { id, kind }: EditedEntry, form: FormData) {
  const schema = kind === "document" || kind === "tool" ? textForms[kind] : summaryForm;
  const { data, refused } = readForm(schema, form);
  if (!data) return refuseEdit(context, refused);
  const { seen, ...texts } = data;
  const part = { kind: "text" as const, subject: id };
  const edited = await edit(context.services.db, doing(context, actor), part, { seen, wanted: filled(texts) });
  return answerEdit(context, form, edited, { to: `/curate/${id}?saved` });
}

export async function changeTags(context: AppLoadContext, actor: Editor, entry: EditedEntry, form: FormData) {
  const { data, refused } = readForm(tagsForm, form);
  if (!data) return refuseEdit(context, keepTyped(form, refused));
  const wish = { seen: data.seen, labels: data.tags };
  const edited = await tagEntry(context.services.db, doing(context, actor), entry, wish);
  if ("wrong" in edited) return refuseEdit(context, refuseField(form, "tags", "form.tagLetters"));
  return answerEdit(context, form, edited, { to: `/curate/${entry.id}?saved`, field: "tags" });
}

export async function changeLink(context: AppLoadContext, actor: Editor, entry: EditedEntry, form: FormData) {
  const { data, refused } = readForm(linkForm, form);
  if (!data) return refuseEdit(context, refused);
  const { readDb, db } = context.services;
  const { to, type, wasType, note, seen } = data;
  const target = await getEditedEntry(readDb, to);
  if (!target || !linkTypesBetween(entry, target).includes(type)) {
    return refuseEdit(context, refuseField(form, "type", "form.wrong"));
  }
  const stands = wasType === "" ? undefined : seen[wasType];
  const levels: readonly string[] = evidenceChoices(stands === undefined ? null : readLinkValue(stands).evidence);
  const evidence = hasEvidence(entry.kind) ? data.evidence || "claimed" : null;
  if (evidence !== null && !levels.includes(evidence)) {
    return refuseEdit(context, refuseField(form, "evidence", "form.wrong"));
  }
  const { [wasType]: _was, ...others } = seen;
  const wanted = { ...others, [type]: linkValue(evidence, note || null) };
  const part = { kind: "links" as const, subject: `${entry.id}>${to}` };
  // Where another link of that kind stands already, it must not be written over unseen.
  const unseen = type !== wasType && others[type] !== undefined;
  if (unseen)
    return refuseEdit(context, refuseField(form, "type", "form.conflict"), { [type]: others[type] ?? null }, 409);
  const edited = await edit(db, doing(context, actor), part, { seen, wanted });
  return answerEdit(context, form, edited, { to: `/curate/${entry.id}?saved`, field: "type" });
}

export async function dropLink(context: AppLoadContext, actor: Editor, entry: EditedEntry, form: FormData) {
  const { data, refused } = readForm(removeLinkForm, form);
  if (!data) return refuseEdit(context, refused);
  const { [data.wasType]: _was, ...wanted } = data.seen;
  const part = { kind: "links" as const, subject: `${entry.id}>${data.to}` };
  const edited = await edit(context.services.db, doing(context, actor), part, { seen: data.seen, wanted });
  return answerEdit(context, form, edited, { to: `/curate/${entry.id}?saved`, field: "type" });
}

/** The field as it was typed, not as it was read. */
const keepTyped = (form: FormData, refused: NonNullable<ReturnType<typeof readForm>["refused"]>) => ({
  ...refused,
  values: { ...refused.values, tags: String(form.get("tags") ?? "") },
});

/** The networks that may take over an entry; none where it is a network's already, or nobody's to hand over. */
export async function networksToAdopt({ services }: AppLoadContext, actor: Editor, { kind, networkId }: EditedEntry) {
  if (!canAdopt(actor) || networkId !== null || (kind !== "practice" && kind !== "case-study")) return [];
  return (await listNetworks(services.readDb)).map(({ id, name }) => ({ value: id, label: name }));
}

export async function handOver(context: AppLoadContext, actor: Editor, { id }: EditedEntry, form: FormData) {
  const { data, refused } = readForm(adoptForm, form);
  if (!data) return refuseEdit(context, refused);
  const handed = { entryId: id, networkId: data.network };
  const contribution = await adoptEntry(context.services.db, doing(context, actor), handed);
  if (!contribution) return refuseEdit(context, refuseField(form, "network", "form.gone"), null, 409);
  return redirect(`/contributions/${contribution}/publish`);
}
