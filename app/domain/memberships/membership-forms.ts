import { z } from "zod";
import { emailAddress } from "~/domain/people/account-forms";

/** Several lines; control characters other than ends of lines have no place there. */
export const severalLines = (longest: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(
      z
        .string()
        .max(longest)
        .refine(
          (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text.replace(/[\n\t]/g, "")),
          "form.wrong",
        ),
    );

const id = z.string().min(1).max(100);
export const memberRoles = ["coordinator", "reviewer"] as const;
const roles = z.array(z.enum(memberRoles)).max(memberRoles.length);

export const requestForm = z.object({ note: severalLines(1000).transform((text) => text || null) });
export const personForm = z.object({ person: id });
export const rolesForm = z.object({ roles });
export const officialForm = z.object({ cities: z.array(id).max(500) });
export const removalForm = z.object({ sure: z.literal("yes", "form.notSure") });

const mostAddresses = 50;

/** Addresses on lines of their own, or between commas and semicolons; each once. */
export const invitationForm = z.object({
  emails: severalLines(5000)
    .refine((text) => text !== "", "form.required")
    .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ""))])
    .pipe(
      z
        .array(z.string())
        .refine((all) => all.length <= mostAddresses, "form.emailsMany")
        .refine((all) => all.every((email) => email !== "" && emailAddress.safeParse(email).success), "form.emails"),
    )
    .transform((all) => [...new Set(all.map((email) => email.toLowerCase()))]),
  roles,
});

export const invitationIdForm = z.object({ invitation: id });
