import { practicesAsCsv } from "~/domain/contributions/exchange/write-practices";
import { practicesFile } from "~/practices-file.server";

/** The columns of a file of practices, to be filled in. */
export const loader = () => practicesFile("practices-template.csv", practicesAsCsv([]), "public");
