import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const hour = 60 * 60;

interface Guess {
  /** The address that was typed, known or not. */
  email: string;
  /** Whose guess it is, as far as the network tells. */
  address: string;
  /** The hash of the browser's own secret, where this account signed in with it before. */
  knownDevice: string | null;
}

/** What a mail is asked for: one sort of it keeps none of another back, or strangers could use up the link that lets the owner in. */
type MailPurpose = "register" | "reset" | "change-email";

/**
 * How often passwords may be tried, within an hour. Strangers share 45 tries at an account, so that no crowd gets further; a browser
 * that signed in before has tries of its own, and a link by mail makes any browser such a one: nobody can lock the owner out.
 * Hours begin with a first guess, so that the end of one and the beginning of the next hold twice as many within an hour.
 *
 * In memory: there is one process, a guess should cost no write to the disk, and a restart gives away an hour at the most.
 */
export interface GuessLimits {
  /** Counts the guess. @returns false when it must not be looked at. */
  mayGuess(guess: Guess): Promise<boolean>;
  /** The guess was right, and does not count. */
  forgive(guess: Guess): Promise<void>;
  /** For someone who is signed in and types the password, or a code, once more. */
  mayConfirm(personId: string): Promise<boolean>;
  /** A browser that signed in before has tries of its own: who stole the password cannot keep the owner out. */
  mayTryCode(personId: string, knownDevice?: string | null): Promise<boolean>;
  /** Whether one more mail may go to this address, asked for from that one. */
  mayMail(purpose: MailPurpose, email: string, address: string): Promise<boolean>;
}

export function createGuessLimits(): GuessLimits {
  const limit = (keyPrefix: string, points: number) => new RateLimiterMemory({ keyPrefix, points, duration: hour });
  const device = limit("device", 15);
  const pair = limit("pair", 15);
  const address = limit("address", 60);
  const account = limit("account", 45);
  const confirmation = limit("confirmation", 10);
  const code = limit("code", 15);
  const mailTo = limit("mail-to", 5);
  const mailFrom = limit("mail-from", 30);

  /** Narrow limits first: what they stop does not count against the wide ones. */
  const steps = (guess: Guess): [RateLimiterMemory, string][] => {
    if (guess.knownDevice) return [[device, guess.knownDevice]];
    const from = networkOf(guess.address);
    return [
      [pair, `${from} ${guess.email}`],
      [address, from],
      [account, guess.email],
    ];
  };
  return {
    mayGuess: (guess) => takeAll(steps(guess)),
    async forgive(guess) {
      for (const [limiter, key] of steps(guess)) await limiter.reward(key, 1);
    },
    mayConfirm: (personId) => take(confirmation, personId),
    mayTryCode: (personId, knownDevice) => take(code, `${personId} ${knownDevice ?? ""}`),
    mayMail: (purpose, email, from) =>
      takeAll([
        [mailFrom, networkOf(from)],
        [mailTo, `${purpose} ${email}`],
      ]),
  };
}

async function takeAll(steps: [RateLimiterMemory, string][]): Promise<boolean> {
  for (const [limiter, key] of steps) if (!(await take(limiter, key))) return false;
  return true;
}

async function take(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** An IPv6 network has 2^64 addresses and one owner. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail = ""] = address.split("::", 2);
  const groups = head.split(":");
  const missing = address.includes("::") ? 8 - groups.length - tail.split(":").length : 0;
  return [...groups, ...Array(Math.max(missing, 0)).fill("0"), ...tail.split(":")].slice(0, 4).join(":");
}
