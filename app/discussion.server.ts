import { type AppLoadContext, redirect } from "@remix-run/node";
import { readTypedForm } from "~/contribution-at-hand.server";
import { getEntryPlace } from "~/domain/threads/place-queries.server";
import { startThread } from "~/domain/threads/start-thread.server";
import { type Place, threadsPerPage } from "~/domain/threads/thread";
import { threadForm } from "~/domain/threads/thread-forms";
import { canSeeThreads, canWriteIn } from "~/domain/threads/thread-policy";
import { listFormerIds, listThreads } from "~/domain/threads/thread-queries.server";
import { readLanguage } from "~/i18n/language";
import { renderMessage } from "~/render-message.server";
import { resume } from "~/resumed-form.server";
import { doing, readActor, refuse, requireActor } from "~/signed-in.server";
import { toAbout, toLine } from "~/thread-views.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { notFound } from "~/ui/not-found";
import { pageOf } from "~/ui/page-of";

/** What is published at this address, to be talked about. @throws 404 */
export async function entryToDiscuss({ services }: AppLoadContext, path: string, id: string): Promise<Place> {
  const place = await getEntryPlace(services.readDb, id);
  // An id names one entry, whatever its kind; an address one of its kind.
  if (place?.path !== path) throw notFound();
  return place;
}

/** The threads of a place, and how to begin one. To whom may not see them there are none. @throws Response */
export async function showDiscussion(context: AppLoadContext, request: Request, place: Place) {
  const { readDb } = context.services;
  const actor = place.kind === "entry" ? await readActor(context, request) : await requireActor(context, request);
  if (!canSeeThreads(actor, place)) throw notFound();
  const page = pageOf(request);
  const ids = place.kind === "entry" ? await listFormerIds(readDb, place.id) : [place.id];
  const { total, threads } = await listThreads(readDb, { kind: place.kind, ids }, page);
  return {
    about: toAbout(actor, place),
    lines: threads.map((thread) => toLine(actor, place, thread)),
    ...{ total, page, pages: Math.max(1, Math.ceil(total / threadsPerPage)) },
    writes: canWriteIn(actor, place),
    signedIn: actor !== null,
  };
}

/** Begins a thread with what the form holds; without a session, what was typed goes back before anything is said of the place. */
export async function beginThread(context: AppLoadContext, request: Request, place: Place, typed?: FormData) {
  const form = typed ?? (await readTypedForm(context, request));
  const actor = await requireActor(context, request);
  if (!canSeeThreads(actor, place)) throw notFound();
  const resumed = resume(context, form);
  if (resumed) return resumed;
  const { data, refused } = readForm(threadForm, form);
  if (refused) return refuse(context, refused);
  const html = await renderMessage(context, data.text);
  if (html === null) return refuse(context, refuseField(form, "text", "form.cannotRender"));
  const thread = { ...data, html, language: readLanguage(request) };
  const started = await startThread(context.services.db, doing(context, actor), place, thread);
  if ("id" in started) return redirect(`/threads/${started.id}`);
  return started.problem === "often"
    ? refuse(context, refuseField(form, "", "form.oftenWritten"), 429)
    : refuse(context, refuseField(form, "quote", "form.notQuoted"));
}
