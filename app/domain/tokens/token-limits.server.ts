import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How often programs may ask. In memory: there is one process, and a restart gives away a minute at the most. */
export interface TokenLimits {
  /** Counts a request. @returns the seconds to wait, or 0 */
  ask(tokenId: string): Promise<number>;
  /** Counts a token that is none. @returns the seconds to wait, or 0 */
  miss(address: string): Promise<number>;
}

export function createTokenLimits(): TokenLimits {
  const requests = new RateLimiterMemory({ keyPrefix: "token", points: 120, duration: 60 });
  const misses = new RateLimiterMemory({ keyPrefix: "token-miss", points: 30, duration: 600 });
  return { ask: (id) => secondsToWait(requests, id), miss: (address) => secondsToWait(misses, address) };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
    throw refused;
  }
}
