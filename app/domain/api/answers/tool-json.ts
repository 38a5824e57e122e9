import type { z } from "zod";
import { type ApiSite, bothAddressesOf, termsJson } from "~/domain/api/api-site";
import type * as schemas from "~/domain/api/schemas/tool";
import type { ToolLine, ToolPage } from "~/domain/tools/tool";
import { linksJson, ownLicence } from "./reference-json";

export const toolLineJson = (site: ApiSite, line: ToolLine, updatedAt: string): z.infer<typeof schemas.toolLine> => ({
  ...toolFields(site, line, updatedAt),
  counts: { recommendations: line.recommendations, practices: line.practices },
});

export const toolJson = (site: ApiSite, tool: ToolPage): z.infer<typeof schemas.tool> => ({
  ...toolFields(site, tool, tool.updatedAt),
  aliases: tool.aliases,
  what_it_is: tool.whatItIs,
  when_to_use: tool.whenToUse,
  steps: tool.steps,
  who_does_it: tool.whoDoesIt,
  what_it_needs: tool.whatItNeeds,
  pitfalls: tool.pitfalls,
  how_to_know: tool.howToKnow,
  further_reading: tool.furtherReading.map(({ title, path, url }) => ({
    title,
    url: path === null ? url : site.origin + encodeURI(path),
  })),
  terms: termsJson(site, tool.terms),
  links: linksJson(site, tool.answers, tool.usedBy),
});

const toolFields = (
  site: ApiSite,
  tool: { id: string; title: string; summary: string | null; language: string },
  updatedAt: string,
) => ({
  id: tool.id,
  type: "tool" as const,
  title: tool.title,
  summary: tool.summary,
  language: tool.language,
  ...bothAddressesOf(site, { id: tool.id, kind: "tool" }),
  license: ownLicence,
  updated_at: updatedAt,
});
