import type { Request } from "express";
import { Refusal } from "./problem";

/** The host that the reader asked: Host, or X-Forwarded-Host from a trusted proxy (request-checks.ts dropped it otherwise). */
export function hostOf(req: Request): string {
  const forwarded = req.get("X-Forwarded-Host")?.split(",", 1)[0]?.trim();
  const host = forwarded || req.get("Host");
  if (!host || !isHost(host)) throw new Refusal(400, "The Host header is not valid.");
  return host;
}

/** A name or an address with or without a port, and nothing else. */
export const isHost = (host: string): boolean =>
  /^([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}/`);
