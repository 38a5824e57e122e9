import type { AccessRules } from "./access-rules/access-rule";
import { api } from "./access-rules/api";
import { contributions } from "./access-rules/contributions";
import { curating } from "./access-rules/curating";
import { editing } from "./access-rules/editing";
import { networks } from "./access-rules/networks";
import { people } from "./access-rules/people";
import { reading } from "./access-rules/reading";
import { reviews } from "./access-rules/reviews";
import { threads } from "./access-rules/threads";

export { type AccessRule, type Role, roles } from "./access-rules/access-rule";

/** Who may do what at each address of the route manifest, by room. An address that is in none fails the test. */
export const accessRules: AccessRules = {
  ...reading,
  ...api,
  ...curating,
  ...editing,
  ...people,
  ...networks,
  ...contributions,
  ...reviews,
  ...threads,
};
