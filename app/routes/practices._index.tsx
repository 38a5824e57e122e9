import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listExperiences } from "~/domain/practices/experience-queries.server";
import { ExperienceList, experiencesPerPage } from "~/ui/experience/experience-list";
import { listMeta } from "~/ui/list-meta";
import { pageOf } from "~/ui/page-of";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(request);
  const part = { limit: experiencesPerPage, offset: (page - 1) * experiencesPerPage };
  return { page, ...(await listExperiences(context.services.readDb, "practice", part)) };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => listMeta(matches, "practices", data?.page);

export default function Practices() {
  return <ExperienceList list="practices" {...useLoaderData<typeof loader>()} />;
}
