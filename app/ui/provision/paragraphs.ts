import type { ProvisionView } from "~/domain/documents/document";

/** The heading of a provision and the paragraphs below it; the text of a section begins with its heading. */
export function paragraphsOf({ heading, text }: Pick<ProvisionView, "heading" | "text">): {
  heading: string | null;
  body: string[];
} {
  const body = (text ?? "").split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
  // The text may print in capitals what the heading does not.
  if (heading && body[0]?.trim().toLowerCase() === heading.trim().toLowerCase()) body.shift();
  return { heading, body };
}
