import type { MarkdownRenderer } from "~/domain/text/markdown-renderer.server";
import type { SafeHtml } from "~/domain/text/safe-html";
import type { Db } from "~db/client.server";
import { type Contribution, valuesOf } from "./contribution";
import { fieldsOf, ruleOf } from "./contribution-fields";
import type { RenderedText } from "./rendered-text";

/** The texts of a contribution: as they were rendered when they were saved, else now. */
export async function listRenderedTexts(
  db: Db,
  markdown: Pick<MarkdownRenderer, "render">,
  contribution: Pick<Contribution, "id" | "kind" | "fields">,
): Promise<RenderedText[]> {
  const rows = await db
    .selectFrom("contribution_field")
    .where("contribution_id", "=", contribution.id)
    .where("html", "is not", null)
    .select(["field", "value", "html"])
    .execute();
  const stored = new Map(rows.map(({ field, value, html }) => [`${field}\n${value}`, html as SafeHtml]));
  const values = valuesOf(contribution);
  const names = fieldsOf(contribution.kind).filter((name) => ruleOf(name).kind === "text");
  return Promise.all(
    names.map(async (name): Promise<RenderedText> => {
      const text = values[name] ?? "";
      if (text.trim() === "") return { name, html: null, plain: null };
      const known = stored.get(`${name}\n${text}`);
      const html = known ?? (await markdown.render(text).catch(() => null));
      return { name, html, plain: html === null ? text : null };
    }),
  );
}
