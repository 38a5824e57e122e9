import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTags } from "~/domain/tags/tag-queries.server";
import { listMeta } from "~/ui/list-meta";
import { TagsPage } from "~/ui/tags/tags-page";

export const loader = async ({ context }: LoaderFunctionArgs) => ({ tags: await listTags(context.services.readDb) });

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "tags");

export default function Tags() {
  return <TagsPage {...useLoaderData<typeof loader>()} />;
}
