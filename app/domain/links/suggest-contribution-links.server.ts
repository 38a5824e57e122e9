import type { Logger } from "pino";
import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { readCodes } from "~/domain/contributions/field-value";
import type { Db } from "~db/client.server";
import type { LinkDraft, LinkSuggester } from "~search/port";
import type { SuggestedLink } from "./contribution-link";
import { listDismissed, referencesById } from "./contribution-link-queries.server";

interface Needs {
  linkSuggester: LinkSuggester;
  readDb: Db;
  log: Logger;
}

/** Of each kind, so many; those that are less likely than this would be wrong too often. */
const shown = 5;
const leastChance = 0.05;

/** What a draft may be meant to be linked to. The page never fails for want of it: without an answer there is none. */
export async function suggestContributionLinks(
  { linkSuggester, readDb, log }: Needs,
  contribution: Contribution,
  linked: readonly string[],
): Promise<SuggestedLink[]> {
  const dismissed = await listDismissed(readDb, contribution.id);
  const options = { limit: shown, leastChance, dismissed };
  const found = await linkSuggester.suggest(toDraft(contribution, linked), options).catch((error: unknown) => {
    log.error({ err: error, contribution: contribution.id }, "links could not be suggested");
    return [];
  });
  const references = await referencesById(
    readDb,
    found.flatMap(({ id, linkedRelated }) => [id, ...(linkedRelated ? [linkedRelated] : [])]),
  );
  return found.flatMap(({ id, linkedRelated, draft, target, codes, neighbours }) => {
    const entry = references.get(id);
    const related = linkedRelated ? (references.get(linkedRelated) ?? null) : null;
    return entry ? [{ entry, draft, target, codes, neighbours, linkedRelated: related }] : [];
  });
}

/** The words of a contribution, and its terms. */
export function toDraft(contribution: Contribution, linked: readonly string[]): LinkDraft {
  const values = valuesOf(contribution);
  const fields = fieldsOf(contribution.kind);
  const isProse = (kind: string) => kind === "text" || kind === "line";
  return {
    language: values.language || "en",
    title: values.title ?? "",
    texts: fields
      .filter((name) => name !== "title" && isProse(ruleOf(name).kind))
      .flatMap((name) => values[name] ?? []),
    codes: fields.flatMap((name) => {
      const rule = ruleOf(name);
      if (rule.kind !== "codes") return [];
      const codes = readCodes(values[name] ?? "");
      // A target belongs to its goal: 16.7 to 16.
      if (rule.vocabulary === "target")
        return [...new Set(codes.flatMap((code) => [`sdg:${code.split(".")[0]}`, `sdg:${code}`]))];
      return codes.map((code) => `${rule.vocabulary}:${code}`);
    }),
    linked,
  };
}
