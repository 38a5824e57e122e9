/** HTML from the sanitiser (sanitised-markdown.mjs), or without any markup of its text (plain-html.ts); nothing else may make one. */
export type SafeHtml = string & { readonly __safe: unique symbol };
