import { isGuessablePassword } from "./guessable-passwords";

export const shortestPassword = 12;
/** Long enough for any sentence; a limit keeps hashing cheap. */
export const longestPassword = 200;

/** Why a password is not taken, or null. `own`: the person's address and name, which others know too. */
export function refusePassword(password: string, own: string[] = []): "short" | "long" | "common" | null {
  if ([...password].length < shortestPassword) return "short";
  if (password.length > longestPassword) return "long";
  return isGuessablePassword(password, own) ? "common" : null;
}
