import type { RequestHandler } from "express";
import { isApi, Refusal } from "./problem";
import { hostOf } from "./request-host";

/**
 * Refuses requests that change something unless they say that a page of our own sent them: a browser always does, and its cookies
 * must serve no other site. The interface for programs looks at no cookie; there a sender may leave it out.
 */
export function checkOrigin(baseUrl: string | null): RequestHandler {
  return (req, _res, next) => {
    if (req.method === "GET" || req.method === "HEAD" || req.path === unsubscribing) return next();
    const site = req.get("Sec-Fetch-Site");
    const origin = req.get("Origin");
    const own = [`${req.protocol}://${hostOf(req)}`, baseUrl];
    const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
    const foreignOrigin = origin === undefined ? !isApi(req) : !own.includes(origin.toLowerCase());
    if (foreignSite || foreignOrigin)
      throw new Refusal(403, "This request came from another site, or did not say where from.");
    next();
  };
}

/** Mail programs send it from nowhere; what it does rests on the secret in its address alone, and on no cookie. */
const unsubscribing = "/unsubscribe";
