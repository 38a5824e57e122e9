import { z } from "zod";
import { severalLines } from "~/domain/memberships/membership-forms";
import { emailAddress, line, optionalLine } from "~/domain/people/account-forms";
import { languages } from "~/i18n/language";
import { anonymities, joinPolicies } from "~db/schema/membership";

export const mostReviews = 5;

export const policiesForm = z.object({
  joinPolicy: z.enum(joinPolicies),
  reviewsNeeded: z
    .string()
    .regex(/^[1-9]$/, "form.wrong")
    .transform(Number)
    .refine((count) => count <= mostReviews, "form.wrong"),
  publishesSnapshots: z.enum(["", "yes"]).transform((value) => value === "yes"),
  anonymity: z.enum(anonymities),
});

export const cityForm = z.object({ city: z.string().min(1).max(100) });

const isWebAddress = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === "";

export const networkForm = z.object({
  name: line(150).min(1),
  acronym: optionalLine(20),
  summary: severalLines(600).refine((text) => text !== "", "form.required"),
  language: z.enum(languages),
  website: optionalLine(300).refine((text) => text === null || isWebAddress(text), "form.website"),
  parent: optionalLine(100),
});

export const newNetworkForm = networkForm.extend({ coordinator: emailAddress });
