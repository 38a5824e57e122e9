import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCitationSource } from "~/domain/citations/citation-queries.server";
import { readVersionNumber } from "~/domain/publication/version";
import { getStanding } from "~/domain/publication/version-queries.server";
import { siteOrigin } from "~/site-origin";
import { orNotFound } from "~/ui/not-found";

const formats = {
  apa: ["text/plain", "txt"],
  bibtex: ["application/x-bibtex", "bib"],
  ris: ["application/x-research-info-systems", "ris"],
  csl: ["application/vnd.citationstyles.csl+json", "json"],
} as const;

const isFormat = (name: string): name is keyof typeof formats => Object.hasOwn(formats, name);

/** `/cite/hrgl-2023/recommendation-8?format=bibtex`: a citation as a file. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "apa";
  if (!isFormat(format)) {
    return new Response(`Unknown format. Choose one of: ${Object.keys(formats).join(", ")}.\n`, { status: 400 });
  }
  const given = searchParams.get("version");
  const version = given === null ? undefined : orNotFound(readVersionNumber(`v${given}`));
  const { readDb } = context.services;
  const id = params["*"] ?? "";
  const retirement = (await getStanding(readDb, id))?.retirement;
  if (retirement?.state === "withdrawn")
    return new Response(`It was withdrawn on ${retirement.at.slice(0, 10)}: ${retirement.reason}\n`, {
      status: 410,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const { source, path } = orNotFound(await getCitationSource(readDb, id, version));
  const citation = await context.services.citer.cite(source, siteOrigin(context, request) + path);
  const [type, extension] = formats[format];
  return new Response(`${citation[format]}\n`, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${source.id.replace("/", "-")}.${extension}"`,
    },
  });
}
