import { z } from "zod";
import { longestPassword, refusePassword } from "./password-policy";

// Messages are keys of the catalogues. Control characters and those that turn the direction of writing have no place in a line.
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine(
      (text) => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text),
      "form.wrongCharacters",
    );

export const optionalLine = (longest: number) => line(longest).transform((text) => text || null);

export const personName = line(100).min(1);

export const emailAddress = line(254)
  .min(1)
  .toLowerCase()
  .refine((text) => text === "" || isEmail(text), "form.email");

const isEmail = (text: string) =>
  /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(text) &&
  !/^\.|\.\.|\.@/.test(text);

/** A password that is only compared. */
const givenPassword = z.string().min(1).max(longestPassword);

/** A password that is chosen; it may be anything that is long and not common, spaces too. */
const newPassword = z.string().min(1);

const passwordMessages = {
  short: "form.passwordShort",
  long: "form.passwordLong",
  common: "form.passwordCommon",
} as const;

/** The new password, judged together with what is known of the person. */
export const withNewPassword = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ...shape, password: newPassword }).superRefine((form, context) => {
    const known = z.object({ name: z.string().optional(), email: z.string().optional(), password: z.string() });
    const { name = "", email = "", password } = known.parse(form);
    const reason = password === "" ? null : refusePassword(password, [name, email]);
    if (reason) context.addIssue({ code: "custom", path: ["password"], message: passwordMessages[reason] });
  });

export const registrationForm = withNewPassword({ name: personName, email: emailAddress });
export const signInForm = z.object({ email: emailAddress, password: givenPassword });
export const codeForm = z.object({ ticket: z.string().max(100), code: z.string().trim().min(1).max(40) });
export const confirmationForm = z.object({ password: givenPassword });
export const emailForm = z.object({ email: emailAddress });
export const newPasswordForm = withNewPassword({});
export const passwordChangeForm = withNewPassword({
  current: givenPassword,
  keepTokens: z.enum(["", "yes"]).transform((value) => value === "yes"),
});
export const emailChangeForm = z.object({ email: emailAddress, current: givenPassword });
export const currentPasswordForm = z.object({ current: givenPassword });
export const codeOnlyForm = z.object({ code: z.string().trim().min(1).max(40) });
export const eraseForm = z
  .object({
    credit: z.enum(["name", "pseudonym"]),
    pseudonym: optionalLine(100),
    sure: z.literal("yes", "form.sure"),
    current: givenPassword,
  })
  .refine(({ credit, pseudonym }) => credit === "name" || pseudonym !== null, {
    path: ["pseudonym"],
    message: "form.required",
  });
