import type { z } from "zod";

const kinds: Record<string, string> = { string: "a text", array: "a list", object: "a set of fields" };

/** What is wrong, in words for whoever wrote the file; `key` names a field that should not be there. */
export function describeIssue(issue: z.core.$ZodIssue, raw: unknown): { message: string; key?: string }[] {
  const found = valueAt(raw, issue.path);
  const field = fieldName(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ message: `unknown field “${key}”`, key }));
  }
  if (found === undefined) return [{ message: `${field} is missing` }];
  if (issue.code === "invalid_type")
    return [{ message: `${field} must be ${kinds[issue.expected] ?? issue.expected}` }];
  if (issue.code === "invalid_value") {
    return [{ message: `${field} is “${String(found)}”, it must be one of: ${issue.values.join(", ")}` }];
  }
  const shown = typeof found === "string" && found.length > 0 && found.length <= 60 ? ` “${found}”` : "";
  return [{ message: `${field}${shown} ${issue.message}` }];
}

/** `provisions[3].summary` */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return name.replace(/^\./, "") || "the entry";
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    raw,
  );
}
