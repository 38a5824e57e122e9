import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { canEdit } from "~/domain/contributions/contribution-policy";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { listContributionLinks, referencesById } from "~/domain/links/contribution-link-queries.server";
import { findLinkTargets, type TargetKind, targetKinds } from "~/domain/links/find-link-targets.server";
import { suggestContributionLinks } from "~/domain/links/suggest-contribution-links.server";
import { readLanguage } from "~/i18n/language";
import { sendLinkForm } from "~/link-forms.server";
import { personal } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { type LinksDoneView, linksDone } from "~/ui/contribution/links-done";
import { codeLabelsOf, LinksPage } from "~/ui/contribution/links-page";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

const longestSearch = 300;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canEdit);
  const { services } = context;
  const language = readLanguage(request);
  const { searchParams } = new URL(request.url);
  const text = (searchParams.get("q") ?? "").slice(0, longestSearch);
  const of: "" | TargetKind = targetKinds.find((kind) => kind === searchParams.get("of")) ?? "";
  const kinds: readonly TargetKind[] = of ? [of] : targetKinds;
  const links = await listContributionLinks(services.readDb, atHand.contribution.id);
  const linked = links.map(({ other }) => other.id);
  const suggested = await suggestContributionLinks(services, atHand.contribution, linked);
  const terms = await listTemplateTerms(services.readDb);
  return {
    head: headOf(atHand),
    links,
    suggested,
    codeLabels: codeLabelsOf(suggested, terms, language),
    search: { text, of, found: text.trim() ? await findLinkTargets(services, { text, kinds, language }) : null },
    done: await readDone(searchParams, services.readDb),
  };
}

/** What the address says was done just now, if that can be. */
async function readDone(
  searchParams: URLSearchParams,
  db: Parameters<typeof referencesById>[0],
): Promise<LinksDoneView | null> {
  const what = linksDone.find((one) => searchParams.has(one));
  const id = what && searchParams.get(what);
  const entry = id ? (await referencesById(db, [id])).get(id) : undefined;
  return what && entry ? { what, entry } : null;
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canEdit);
  const { db, now } = context.services;
  const answer = await sendLinkForm({ db, actor, id: contribution.id, now: now() }, form);
  if ("refused" in answer) {
    context.refused = true;
    return data({ refused: answer.refused }, answer.status);
  }
  const back = new URL(request.url).searchParams;
  const kept = ["q", "of"].flatMap((name) => (back.get(name) ? [[name, back.get(name) ?? ""]] : []));
  return redirect(
    `/contributions/${contribution.id}/links?${new URLSearchParams([...kept, [answer.done, answer.to]])}`,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  contributionMeta(matches, "links", loaded?.head.title);

export default function Links() {
  return <LinksPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
