import type { SafeHtml } from "./safe-html";

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it was written, in paragraphs: every sign of it is a sign. */
export const plainHtml = (text: string): SafeHtml =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)}</p>`)
    .join("\n") as SafeHtml;
