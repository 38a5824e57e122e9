import type { SafeHtml } from "~/domain/text/safe-html";
import type { FieldName } from "./contribution-fields";

/** A text as a page shows it. */
export interface RenderedText {
  name: FieldName;
  /** Null: it is empty, or could not be rendered. */
  html: SafeHtml | null;
  /** As it was written, where it could not be rendered. */
  plain: string | null;
}
