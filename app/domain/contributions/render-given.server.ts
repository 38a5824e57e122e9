import type { MarkdownRenderer } from "~/domain/text/markdown-renderer.server";
import type { SafeHtml } from "~/domain/text/safe-html";
import { ruleOf } from "./contribution-fields";
import type { GivenField } from "./contribution-form";

/** Renders the texts of a form before they are saved; one that cannot be rendered is a problem of its field. */
export const renderGiven = (
  markdown: Pick<MarkdownRenderer, "render">,
  given: readonly GivenField[],
): Promise<(GivenField & { html?: SafeHtml })[]> =>
  Promise.all(
    given.map(async (one) => {
      if (one.problem || ruleOf(one.field).kind !== "text" || one.value.trim() === "") return one;
      try {
        return { ...one, html: await markdown.render(one.value) };
      } catch {
        return { ...one, problem: { problem: "cannotRender" as const } };
      }
    }),
  );
