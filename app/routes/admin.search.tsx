import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { changeThesaurus } from "~/domain/search/change-thesaurus.server";
import { explainFailed } from "~/domain/search/failed-searches.server";
import { readSearchCounts } from "~/domain/search/search-counts-queries.server";
import { changeOf, changePath, readChange } from "~/domain/search/thesaurus-change";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { doing } from "~/signed-in.server";
import { periodOf, SearchCountsPage } from "~/ui/admin/search-counts-page";
import { frameOf, pageMeta } from "~/ui/meta";
import { isUnwritable } from "~/unwritten.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, search, searchCounts, ownThesaurus, now } = context.services;
  await requireAdministrator(context, request);
  const { searchParams } = new URL(request.url);
  const days = periodOf(searchParams);
  await searchCounts.write();
  const counts = await readSearchCounts(readDb, { now: now(), days, limit: 20 });
  const synonyms = await ownThesaurus.look();
  return {
    days,
    counts,
    failed: await explainFailed(counts.failed, search, synonyms.joined, readLanguage(request)),
    synonyms: { file: ownThesaurus.file, groups: synonyms.groups, problem: synonyms.problem },
    done: changeOf(searchParams, synonyms.groups),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, ownThesaurus, log } = context.services;
  const actor = await requireAdministrator(context, request);
  const form = new URLSearchParams([...(await request.formData())].map(([name, value]) => [name, String(value)]));
  const change = readChange(form);
  const kept = { term: form.get("term") ?? "", same: form.get("same") ?? "" };
  if (!change) {
    context.refused = true;
    return data({ ...kept, problem: "terms" as const, message: "" }, { status: 422 });
  }
  try {
    const changed = await changeThesaurus(db, doing(context, actor), ownThesaurus, change);
    return redirect(changePath(change.intent === "add" ? "added" : "removed", changed), 303);
  } catch (error) {
    if (isUnwritable(error)) throw error;
    log.error({ err: error }, "the synonyms could not be changed");
    const message = error instanceof Error ? error.message : "";
    context.refused = true;
    return data({ ...kept, problem: "file" as const, message }, { status: 409 });
  }
}

export const headers = administratorHeaders;

export const meta: MetaFunction = ({ matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: t("admin.title"),
    description: t("admin.lead"),
    noIndex: true,
    jsonLd: { "@type": "WebPage", name: t("admin.title") },
  });
};

export default function AdminSearch() {
  const view = useLoaderData<typeof loader>();
  return <SearchCountsPage {...view} failure={useActionData<typeof action>() ?? null} />;
}
