import type { FieldValues } from "~/domain/contributions/contribution";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { isEmpty } from "~/domain/contributions/field-value";

/** A practice of which at least half of what should be told is told is more than a snapshot. */
export function depthOf(values: FieldValues): "snapshot" | "full" {
  const expected = fieldsOf("practice").filter((name) => ruleOf(name).level === "should");
  const told = expected.filter((name) => !isEmpty(values[name]));
  return told.length * 2 >= expected.length ? "full" : "snapshot";
}
