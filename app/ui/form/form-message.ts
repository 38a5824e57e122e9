import type en from "~/i18n/en.json";

/** Why a field was refused: a text of the catalogues. */
export type FormMessage =
  | `form.${Exclude<keyof typeof en.form, "submit">}`
  | `fileProblem.${keyof typeof en.fileProblem}`;
