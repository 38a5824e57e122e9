export type Typed = [name: string, text: string][];

/** Everything that a form held, in its order; files have to be chosen again. */
export const typedIn = (form: FormData): Typed =>
  [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : []));

/** Whether an error's data are a form to be given back. */
export const isTyped = (data: unknown): data is { typed: Typed } =>
  typeof data === "object" && data !== null && "typed" in data && Array.isArray(data.typed);

/** A field that says: these texts go back into their form, which is to be sent by hand. */
export const resumedField = "resumed";

export const isResumed = (form: FormData): boolean => form.has(resumedField);
