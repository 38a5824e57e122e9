import { followContents } from "./contents";
import { enableCopy } from "./copy";
import { enableLiveSearch } from "./live-search";
import { showCurrentPlace } from "./places";
import { markWhenOpened } from "./read-notification";
import { enableShowPassword } from "./show-password";
import { enableSuggestions } from "./suggest";

/** Adds what scripts can add to a page. Each part takes what it finds; a page without it costs nothing. */
export function enhance(): void {
  for (const field of document.querySelectorAll<HTMLElement>("[data-suggest]")) enableSuggestions(field);
  for (const page of document.querySelectorAll<HTMLElement>("[data-live-search]")) enableLiveSearch(page);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) enableCopy(button);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-show-password]")) enableShowPassword(button);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-read]")) markWhenOpened(link);
  for (const contents of document.querySelectorAll<HTMLElement>("[data-contents]")) followContents(contents);
  // Only those who write load what writing needs.
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-editor]"))
    void import("./editor/editor").then(({ enableEditor }) => enableEditor(form));
  for (const page of document.querySelectorAll<HTMLElement>("[data-links]"))
    void import("./editor/links").then(({ enableLinks }) => enableLinks(page));
  for (const part of document.querySelectorAll<HTMLElement>("[data-import-progress]"))
    void import("./import-progress").then(({ showImportProgress }) => showImportProgress(part));
  for (const places of document.querySelectorAll<HTMLElement>("[data-places]")) showCurrentPlace(places);
}
