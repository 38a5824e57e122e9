import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  json,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import "~/ui/tokens.css";
import "~/ui/base.css";
import "~/ui/enhanced.css";
import { followedAt } from "~/domain/following/followed";
import { getFollowState } from "~/domain/following/following-queries.server";
import { countUnread } from "~/domain/notifications/notification-queries.server";
import { readLanguage, rememberLanguage } from "~/i18n/language";
import { readSession } from "~/signed-in.server";
import { siteOrigin } from "~/site-origin";
import { ErrorPage } from "~/ui/layout/error-page";
import { hydrates, PageFrame } from "~/ui/layout/page-frame";
import { SiteFooter } from "~/ui/layout/site-footer";
import { SiteHeader } from "~/ui/layout/site-header";
import { errorMeta } from "~/ui/meta";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "search", href: "/opensearch.xml", type: "application/opensearchdescription+xml", title: "Polylogue" },
];

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => (error ? errorMeta(matches) : []);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const choice = rememberLanguage(request);
  url.searchParams.delete("lang");
  const signedIn = await readSession(context, request);
  const followed = followedAt(url.pathname);
  const frame = {
    language: readLanguage(request),
    origin: siteOrigin(context, request),
    path: url.pathname,
    query: url.searchParams.toString(),
    person: signedIn && {
      name: signedIn.person.name,
      administrator: signedIn.person.administrator,
      unread: await countUnread(context.services.readDb, signedIn.person.id),
    },
    follow: followed ? await getFollowState(context.services.readDb, followed, signedIn?.person.id ?? null) : null,
    refused: context.refused ?? false,
  };
  return choice ? json(frame, { headers: { "Set-Cookie": choice } }) : frame;
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const frame = useContext(PageFrame);
  const hydrate = hydrates(useMatches());
  return (
    <html lang={root?.language ?? "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#191815" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <SiteHeader path={root?.path ?? "/"} query={root?.query ?? ""} person={root?.person ?? null} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter address={root ? `${root.origin}${root.path}` : ""} />
        {hydrate ? (
          <>
            <ScrollRestoration nonce={frame?.nonce} />
            <Scripts nonce={frame?.nonce} />
          </>
        ) : (
          frame && <script type="module" src={frame.entryModule} />
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
