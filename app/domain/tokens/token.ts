import { z } from "zod";

export const tokenScopes = ["read-drafts", "write-drafts"] as const;
export type TokenScope = (typeof tokenScopes)[number];
/** Days until a token ends; none lasts for ever. */
export const tokenLives = ["30", "90", "365"] as const;
export const mostTokens = 20;

/** Programs that search for leaked keys know it by this. */
export const tokenBeginning = "polylogue_";

/** A token as its owner sees it: the secret itself is nowhere. */
export interface TokenLine {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

export const tokenForm = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((text) => !unwanted.test(text), "form.wrongCharacters"),
  scopes: z.array(z.enum(tokenScopes)).min(1),
  days: z.enum(tokenLives).transform(Number),
  current: z.string().min(1).max(500),
});
export type NewToken = Omit<z.output<typeof tokenForm>, "current">;
