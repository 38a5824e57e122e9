import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canMergeTags } from "~/domain/editions/edition-policy";
import { getTag, listTagged } from "~/domain/tags/tag-queries.server";
import { readActor } from "~/signed-in.server";
import { orNotFound } from "~/ui/not-found";
import { TagPage, tagMeta } from "~/ui/tags/tag-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const tag = orNotFound(await getTag(readDb, params.slug ?? ""));
  // Merging can be taken back: no browser may remember this for ever.
  if (tag.standsFor !== tag.slug) throw redirect(`/tags/${tag.standsFor}`, 302);
  return {
    tag,
    entries: await listTagged(readDb, tag.slug),
    edits: canMergeTags(await readActor(context, request)),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => (data ? tagMeta(matches, data.tag) : []);

export default function TagOfEntries() {
  return <TagPage {...useLoaderData<typeof loader>()} />;
}
