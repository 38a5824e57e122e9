import { z } from "zod";
import { severalLines } from "~/domain/memberships/membership-forms";
import { declineReasons } from "~db/schema/review";

const optionalText = (longest: number) => severalLines(longest).transform((text) => text || null);
const ticked = z.enum(["", "yes"]).transform((value) => value === "yes");

export const acceptForm = z.object({ conflict: optionalText(1000) });

export const declineForm = z.object({
  reason: z.enum(declineReasons),
  note: optionalText(1000),
  suggestion: optionalText(500),
});

export const consentForm = z.object({ mayPublish: ticked, signs: ticked, listed: ticked });

export const reasonForm = z.object({ reason: severalLines(5000).refine((text) => text !== "", "form.required") });

/** An acceptance needs no reason. */
export const optionalReasonForm = z.object({ reason: severalLines(5000) });

export const decisionForm = z
  .object({
    verb: z.enum(["accept", "request-changes", "decline"]),
    reason: severalLines(5000),
  })
  .superRefine(({ verb, reason }, context) => {
    if (verb !== "accept" && reason === "")
      context.addIssue({ code: "custom", path: ["reason"], message: "form.required" });
  });

export const inviteForm = z.object({
  reviewer: z.string().min(1).max(100),
  junior: z.string().max(100),
  days: z.string().regex(/^\d{1,2}$/, "form.wrong"),
  despite: ticked,
});

export const longestResponse = 3000;
export const responseForm = z.object({ response: severalLines(longestResponse) });
