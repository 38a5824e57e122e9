import type { RequestHandler } from "express";
import helmet from "helmet";

export interface HeaderOptions {
  /** The development server injects styles and talks over a web socket. */
  development: boolean;
  /** The public address is https: browsers are told to stay there. */
  https: boolean;
}

const features = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];
const permissionsPolicy = features.map((feature) => `${feature}=()`).join(", ");

/** The headers that every answer carries. `res.locals.nonce` must be set before. */
export function securityHeaders({ development, https }: HeaderOptions): RequestHandler[] {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [
          "'self'",
          (_req, res) => `'nonce-${(res as typeof res & { locals: Express.Locals }).locals.nonce}'`,
        ],
        styleSrc: ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(development ? ["ws:"] : [])],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Only ever sent over https: on plain http browsers ignore it.
    strictTransportSecurity: https && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    // With `no-referrer` Chromium sends `Origin: null`, and forms would fail without JavaScript.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
  });
  const more: RequestHandler = (req, res, next) => {
    res.setHeader("Permissions-Policy", permissionsPolicy);
    if (/^\/api\//.test(req.originalUrl)) {
      // What is published is for everyone to reuse, other sites' pages included; no cookie is ever needed for it.
      res.setHeader("Access-Control-Allow-Origin", "*");
      res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    next();
  };
  return [protect, more];
}
