import { findStructure } from "~/domain/documents/import/find-structure";
import { toSourceLines } from "~/domain/documents/import/source-lines";

/** What the importer finds in a text. */
export const readSample = (text: string) => findStructure(toSourceLines(text), "sample.txt");

/** `recital-a: recalling that …` for each provision, its paragraphs parted by `/`. */
export const brief = (text: string) =>
  readSample(text).provisions.map(({ eId, text: words }) => `${eId}: ${words.replaceAll("\n\n", " / ")}`);

/** The same for the body of a declaration, behind its title and opening. */
export const declaration = (body: string) =>
  brief(`DECLARATION\n\n1 May 2020\n\nThe participants,\n\n${body}`).slice(2);
