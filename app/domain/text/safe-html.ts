/** HTML that went through the sanitiser (render-markdown.server.ts); nothing else may make one. */
export type SafeHtml = string & { readonly __safe: unique symbol };
