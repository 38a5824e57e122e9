import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { readLanguage } from "~/i18n/language";
import { PageFrame } from "~/ui/layout/page-frame";
import { PageLanguage } from "~/ui/translation";

export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, services }: AppLoadContext,
): Promise<Response> {
  const page = (
    <PageFrame.Provider value={{ nonce, entryModule: remixContext.manifest.entry.module }}>
      <PageLanguage.Provider value={readLanguage(request)}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </PageLanguage.Provider>
    </PageFrame.Provider>
  );
  const whole = isbot(request.headers.get("user-agent") ?? "");

  return new Promise((resolve, reject) => {
    let answered = false;
    let timer: NodeJS.Timeout | undefined;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady: () => whole || answer(),
      onAllReady() {
        // Left running, the timer would keep the whole page in memory until it fires.
        clearTimeout(timer);
        if (whole) answer();
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        // Errors of the shell reach onShellError; the server logs those.
        if (answered) services.log.error({ err: error }, "page failed while it was sent");
      },
    });
    timer = setTimeout(abort, streamTimeout + 1000);
  });
}

/** What went wrong while answering; the reader sees root's error page. Pages that do not exist are no errors. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.services.log.error({ err: error }, "page failed");
}
