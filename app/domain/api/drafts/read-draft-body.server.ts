import type { z } from "zod";
import { ApiProblem } from "~/domain/api/api-problem";
import type { ParameterError } from "~/domain/api/schemas/problem";
import type { FieldValues } from "~/domain/contributions/contribution";
import { fieldsOf } from "~/domain/contributions/contribution-fields";
import { describeCellError } from "~/domain/contributions/exchange/describe-cell-error";
import { createJudge } from "~/domain/contributions/exchange/judge-experiences";
import type { TemplateTerms } from "~/domain/contributions/template-terms";
import type { ContributionKind } from "~db/schema/contribution";

/** The body of a request, by its schema; what it does not know is an error. @throws ApiProblem 400, 415 or 422 */
export async function readBody<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const type = request.headers.get("Content-Type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiProblem(415, "Send JSON: Content-Type: application/json.");
  const body: unknown = await request.json().catch(() => {
    throw new ApiProblem(400, "The body is not valid JSON.");
  });
  const { data, error } = schema.safeParse(body);
  if (!error) return data;
  throw invalid(
    error.issues.flatMap((issue): ParameterError[] => {
      const path = issue.path.map(String).join(".");
      if (issue.code !== "unrecognized_keys") return [{ parameter: path || "body", message: issue.message }];
      return issue.keys.map((key) => ({
        parameter: [path, key.slice(0, 100)].filter(Boolean).join("."),
        message: "is not a field here",
      }));
    }),
  );
}

/** The fields of a body as they are stored, by the rules of the editor's own form. @throws ApiProblem 422 */
export function readFields(
  given: Record<string, unknown>,
  { kind, terms, isNew }: { kind: ContributionKind; terms: TemplateTerms; isNew: boolean },
): FieldValues {
  const names = fieldsOf(kind);
  const foreign = Object.keys(given).filter((name) => !names.some((known) => known === name));
  if (foreign.length > 0) {
    throw invalid(foreign.map((name) => ({ parameter: `fields.${name}`, message: `a ${kind} has no such field` })));
  }
  const cells = names.flatMap((field) =>
    given[field] === undefined ? [] : [{ column: { field }, name: field, value: given[field] }],
  );
  const { experience, errors } = createJudge(terms, kind)({ row: 1, cells }, isNew || given.title !== undefined);
  if (errors.length === 0) return experience;
  throw invalid(
    errors.map((error) => ({ parameter: `fields.${error.column}`, message: describeCellError(error, "en") })),
  );
}

function invalid(errors: ParameterError[]): ApiProblem {
  const detail = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join(" ");
  return new ApiProblem(422, detail.slice(0, 2_000), errors.slice(0, 100));
}
