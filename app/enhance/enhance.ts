import { followContents } from "./contents";
import { enableCopy } from "./copy";
import { enableSuggestions } from "./suggest";

// Each takes what it finds on the page; a page without it costs nothing.
for (const field of document.querySelectorAll<HTMLElement>("[data-suggest]")) enableSuggestions(field);
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) enableCopy(button);
for (const contents of document.querySelectorAll<HTMLElement>("[data-contents]")) followContents(contents);
