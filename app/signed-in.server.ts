import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { Doer } from "~/domain/audit/doer";
import { listRoles } from "~/domain/memberships/role-queries.server";
import { rememberDevice } from "~/domain/people/known-device-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import type { SignedIn } from "~/domain/people/sessions.server";
import type { Refused } from "~/ui/form/read-form";

/** The answer may name the reader: nobody keeps it. Each page of a person's own says `export const headers = personal`. */
export const personal = () => ({ "Cache-Control": "private, no-store" });

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** The cookie of the session's new id, which the answer sets whatever it is. */
    renewedCookie?: string;
  }
}

const sessions = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

/** Who is signed in; asked once a request, and without a query where there is no cookie. */
export function readSession(context: AppLoadContext, request: Request): Promise<SignedIn | null> {
  const known = sessions.get(context);
  if (known) return known;
  const { sessions: all } = context.services;
  const found = all.read(request.headers.get("Cookie"), isSecure(context, request)).then((signedIn) => {
    context.renewedCookie = signedIn?.cookie;
    return signedIn;
  });
  sessions.set(context, found);
  return found;
}

/** Who is signed in; anyone else is led to the sign-in page and back. @throws Response */
export async function requireSession(context: AppLoadContext, request: Request): Promise<SignedIn> {
  const signedIn = await readSession(context, request);
  if (signedIn) return signedIn;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`);
}

const actors = new WeakMap<AppLoadContext, Promise<Actor>>();

/** Who asks, for the policies; loaded once a request. */
export function readActor(context: AppLoadContext, request: Request): Promise<Actor> {
  const known = actors.get(context);
  if (known) return known;
  const found = loadActor(context, request);
  actors.set(context, found);
  return found;
}

async function loadActor(context: AppLoadContext, request: Request): Promise<Actor> {
  const signedIn = await readSession(context, request);
  if (!signedIn) return null;
  const { id, administrator } = signedIn.person;
  return { person: { id }, administrator, ...(await listRoles(context.services.readDb, id)) };
}

/** The actor; anyone who is not signed in is led to the sign-in page and back. @throws Response */
export async function requireActor(context: AppLoadContext, request: Request): Promise<NonNullable<Actor>> {
  await requireSession(context, request);
  const actor = await readActor(context, request);
  if (!actor) throw new Response(null, { status: 401 });
  return actor;
}

/** Who does what a request asks for, when and from where. */
export const doing = ({ services, address }: AppLoadContext, actor: Actor): Doer => ({
  actor,
  at: services.now(),
  address,
});

/** Signs the browser in, under a new session. @returns the headers that tell it so */
export async function signInAs(context: AppLoadContext, request: Request, personId: string): Promise<Headers> {
  const { db, now, sessions: all } = context.services;
  const secure = isSecure(context, request);
  const cookies = request.headers.get("Cookie");
  const browser = { userAgent: request.headers.get("User-Agent"), address: context.address };
  const device = await rememberDevice(db, personId, deviceOf(request), now());
  const cookie = await all.start(personId, browser, cookies, secure);
  context.renewedCookie = undefined;
  // What is left of this request is already answered to the person.
  sessions.set(context, all.read(cookie, secure));
  return new Headers([
    ["Set-Cookie", cookie],
    ["Set-Cookie", deviceCookie(device, secure)],
  ]);
}

export async function signOut(context: AppLoadContext, request: Request): Promise<Headers> {
  const cookie = await context.services.sessions.end(request.headers.get("Cookie"), isSecure(context, request));
  sessions.set(context, Promise.resolve(null));
  context.renewedCookie = undefined;
  return new Headers({ "Set-Cookie": cookie });
}

/** The secret by which this browser is known again after it signed out. */
export const deviceOf = (request: Request): string | undefined =>
  /(?:^|;\s*)(?:__Host-)?polylogue-device=([\w-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1];

const deviceCookie = (secret: string, secure: boolean) =>
  `${secure ? "__Host-" : ""}polylogue-device=${secret}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

const isSecure = ({ services }: AppLoadContext, request: Request) =>
  (services.env.baseUrl ?? request.url).startsWith("https:");

/**
 * The origin of links in mails. Without BASE_URL it is this machine: whoever sends a request chooses its Host header, and must not
 * choose where a link in somebody else's mail leads.
 */
export function mailOrigin({ services: { env } }: AppLoadContext, request: Request): string {
  const { origin, hostname } = new URL(request.url);
  const here = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return env.baseUrl ?? (here ? origin : `http://localhost:${env.port}`);
}

/** Sends a form back: 422, or 429 when it came too often; 200 when nothing is wrong with it. */
export function refuse(context: AppLoadContext, refused: Refused, status = 422) {
  context.refused = status !== 200;
  return data({ refused }, { status });
}
