import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { readLanguage } from "~/i18n/language";
import { hydrates, isSameForAll, PageFrame } from "~/ui/layout/page-frame";
import { PageLanguage } from "~/ui/translation";
import { isUnwritable, tellOfUnwritten } from "~/unwritten.server";

export const streamTimeout = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, services, unwritten } = context;
  if (unwritten) await tellOfUnwritten(remixContext.staticHandlerContext, context);
  const page = (context: EntryContext) => (
    <PageFrame.Provider value={{ nonce, entryModule: context.manifest.entry.module }}>
      <PageLanguage.Provider value={readLanguage(request)}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </PageLanguage.Provider>
    </PageFrame.Provider>
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!unwritten && hydrates(remixContext.staticHandlerContext.matches.map(({ route }) => route))) {
    return stream(page(remixContext), { headers, status }, { nonce, log: services.log });
  }
  context.sameForAll = isSameForAll(remixContext.staticHandlerContext.matches.map(({ route }) => route));
  // A page that is read waits for nothing: in one piece it takes half the time that a stream does.
  return new Response(`<!DOCTYPE html>${renderToStaticMarkup(page(withOwnRoutes(remixContext)))}`, { headers, status });
}

/** A page that is read leads nowhere by itself: with its own routes alone, Remix need not build and rank all the others. */
function withOwnRoutes(context: EntryContext): EntryContext {
  const { manifest, staticHandlerContext } = context;
  const ids = staticHandlerContext.matches.map(({ route }) => route.id);
  const routes = Object.fromEntries(Object.entries(manifest.routes).filter(([id]) => ids.includes(id)));
  return { ...context, manifest: { ...manifest, routes } };
}

function stream(
  page: ReactElement,
  init: ResponseInit,
  { nonce, log }: { nonce: string; log: AppLoadContext["services"]["log"] },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = false;
    let timer: NodeJS.Timeout | undefined;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        answered = true;
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), init));
        pipe(body);
      },
      // Left running, the timer would keep the whole page in memory until it fires.
      onAllReady: () => clearTimeout(timer),
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        // Errors of the shell reach onShellError; the server logs those.
        if (answered) log.error({ err: error }, "page failed while it was sent");
      },
    });
    timer = setTimeout(abort, streamTimeout + 1000);
  });
}

/** What went wrong while answering; the reader sees root's error page. Pages that do not exist are no errors. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  if (isUnwritable(error)) context.unwritten = true;
  context.services.log.error({ err: error }, "page failed");
}
