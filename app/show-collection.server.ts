import { type AppLoadContext, data } from "@remix-run/node";
import { canManageCollection } from "~/domain/collections/collection-policy";
import { getCollectionVersion, getWithdrawal } from "~/domain/collections/collection-queries.server";
import { readActor } from "~/signed-in.server";
import { siteOrigin } from "~/site-origin";
import { orNotFound } from "~/ui/not-found";

/** What the page of a version shows; the latest unless told. Of one that was withdrawn, what became of it. @throws 404 */
export async function showCollection(context: AppLoadContext, request: Request, id = "", number?: number) {
  const { readDb, citer, markdown } = context.services;
  const collection = orNotFound(await getCollectionVersion(readDb, id, number));
  const { title, language, publishedAt, network } = collection;
  const address = `${siteOrigin(context, request)}/collections/${id}/v${collection.number}`;
  const citation = await citer.cite(
    {
      ...{ id: `${id}-v${collection.number}`, kind: "collection" as const, title, language, date: publishedAt },
      authors: network ? [network.name] : [],
      reviewers: [],
      ...{ publisher: "Polylogue", partOf: "Polylogue", version: String(collection.number) },
    },
    address,
  );
  const withdrawal = await getWithdrawal(readDb, id);
  if (withdrawal) return data({ tombstone: { title, language, ...withdrawal, apa: citation.apa } }, { status: 410 });
  return {
    collection,
    html: await markdown.renderForReaders(collection.text),
    notes: await Promise.all(collection.items.map(({ note }) => markdown.renderForReaders(note))),
    citation,
    manages: canManageCollection(await readActor(context, request), collection),
  };
}
