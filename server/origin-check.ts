import type { RequestHandler } from "express";
import { Refusal } from "./problem";
import { hostOf } from "./request-host";

/** Refuses requests that change something and that another site's page sent. */
export function checkOrigin(baseUrl: string | null): RequestHandler {
  return (req, _res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const site = req.get("Sec-Fetch-Site");
    const origin = req.get("Origin");
    const own = [`${req.protocol}://${hostOf(req)}`, baseUrl];
    const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
    // Both absent: not a browser, so there are no cookies that another site could ride on.
    const foreignOrigin = origin !== undefined && !own.includes(origin.toLowerCase());
    if (foreignSite || foreignOrigin) throw new Refusal(403, "This request came from another site.");
    next();
  };
}
