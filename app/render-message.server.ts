import type { AppLoadContext } from "@remix-run/node";
import { CannotRender } from "~/domain/text/markdown-renderer.server";
import type { SafeHtml } from "~/domain/text/safe-html";

/** What somebody has written in a thread as safe HTML; null when it cannot be rendered. */
export async function renderMessage({ services }: AppLoadContext, text: string): Promise<SafeHtml | null> {
  try {
    return await services.markdown.render(text);
  } catch (error) {
    if (error instanceof CannotRender) return null;
    throw error;
  }
}
