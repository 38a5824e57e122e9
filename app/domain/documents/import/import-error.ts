/** A file that cannot be imported; the message is one line for the person who tried. */
export class ImportError extends Error {
  override name = "ImportError";
}
