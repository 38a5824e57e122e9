/** Pictures are shown, and need words for who cannot see them; other files are downloaded. */
export const isPicture = (mediaType: string): boolean => mediaType.startsWith("image/");

export const largestPicture = 10 * 1024 * 1024;
export const largestFile = 20 * 1024 * 1024;
export const mostFiles = 20;
export const longestAlternative = 500;
export const longestCaption = 500;

/** What a form of files says that it takes; what is in a file decides. */
export const acceptedTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif,.pdf,.csv,.txt,.docx,.xlsx,.odt";

/** Bytes that lie in the data folder, under their hash. */
export interface StoredBytes {
  sha256: string;
  mediaType: string;
  bytes: number;
  /** Of pictures. */
  width: number | null;
  height: number | null;
}

/** A file that was sent, in a place of its own until it is taken or thrown away. */
export interface Upload {
  path: string;
  name: string;
  bytes: number;
  /** More than any page takes: what lies there is not all of it. */
  tooLarge: boolean;
}

/** Why a file is not taken: a text of the catalogues under `fileProblem`. */
export type FileProblem =
  | "empty"
  | "tooLarge"
  | "pictureTooLarge"
  | "type"
  | "svg"
  | "heic"
  | "pixels"
  | "damaged"
  | "bomb"
  | "macros"
  | "encoding"
  | "busy"
  | "alternative"
  | "tooMany";

export type Taken<T> = { stored: T; problem?: undefined } | { stored?: undefined; problem: FileProblem };

/** A picture or file of a contribution. */
export interface ContributionFile extends StoredBytes {
  id: string;
  name: string;
  alternativeText: string | null;
  caption: string | null;
}

/** Where its bytes are read. */
export const addressOfFile = ({ sha256 }: Pick<StoredBytes, "sha256">): string => `/files/${sha256}`;
