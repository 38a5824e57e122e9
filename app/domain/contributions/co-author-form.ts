import { z } from "zod";
import { personName } from "~/domain/people/account-forms";
import { creditRoles } from "./contribution";

/** A co-author: the name as it is to be printed, and the address by which someone with an account gets the draft to write on. */
export const coAuthorForm = z.object({
  name: personName,
  email: z.union([
    z.literal(""),
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .regex(/^[^\s@]+@[^\s@]+$/, "form.email"),
  ]),
  roles: z.array(z.enum(creditRoles)),
});
export type CoAuthor = z.output<typeof coAuthorForm>;
