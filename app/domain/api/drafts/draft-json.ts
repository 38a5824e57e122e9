import type { z } from "zod";
import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { readCodes, readRows } from "~/domain/contributions/field-value";
import type * as schemas from "./draft-schemas";

type Line = z.infer<typeof schemas.draftLine>;

export const draftLineJson = (
  origin: string,
  { id, kind, status, title, language, revision, updatedAt }: DraftHead,
): Line => ({
  ...{ id, type: kind, status, title, language, revision },
  updated_at: updatedAt,
  url: `${origin}/contributions/${id}`,
  api_url: `${origin}/api/v1/contributions/${id}`,
});

export interface DraftHead extends Pick<Contribution, "id" | "kind" | "status" | "revision" | "updatedAt"> {
  title: string;
  language: string;
}

export function draftJson(origin: string, contribution: Contribution): z.infer<typeof schemas.draft> {
  const values = valuesOf(contribution);
  const { title = "", language } = values;
  const fields = fieldsOf(contribution.kind).map((name) => {
    const value = values[name] ?? "";
    const { kind } = ruleOf(name);
    return [name, kind === "codes" ? readCodes(value) : kind === "rows" ? readRows(value) : value];
  });
  return {
    ...draftLineJson(origin, { ...contribution, title, language: language || "en" }),
    fields: Object.fromEntries(fields),
  };
}
