// The part of citation-js that we use; the packages bring no types.
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: object[]);
    format(output: string, options?: { format?: string; template?: string; lang?: string }): string;
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
