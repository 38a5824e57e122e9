/** A management concept or instrument. Texts are Markdown; title and summary are its entry's. */
export interface ToolTable {
  id: string;
  /** JSON array: other names, in any language. */
  aliases: string;
  what_it_is: string;
  when_to_use: string;
  /** JSON array of Markdown strings, in order. */
  steps: string;
  who_does_it: string;
  what_it_needs: string;
  pitfalls: string;
  how_to_know: string;
  /** JSON array of `{ title, provision?, url? }`; `provision` is an entry id. */
  further_reading: string;
}
