import { createHash, randomBytes } from "node:crypto";

/** 256 bits that nobody can guess, for links and cookies. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret: whoever reads the database cannot use it. Its entropy makes a slow hash needless. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
