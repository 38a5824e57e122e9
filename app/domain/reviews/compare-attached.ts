/** A link or a file, as a reviewer reads it. */
export interface Attached {
  /** The same before and after. */
  key: string;
  label: string;
  /** What is said of it. */
  text: string;
}

export interface AttachedChange {
  change: "added" | "removed" | "changed";
  label: string;
  before: string;
  after: string;
}

/** What came, went, or is described otherwise. */
export function compareAttached(before: readonly Attached[], after: readonly Attached[]): AttachedChange[] {
  const was = new Map(before.map((one) => [one.key, one]));
  const is = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap(({ key, label, text }): AttachedChange[] => {
      const old = was.get(key);
      if (old?.text === text) return [];
      return [{ change: old ? "changed" : "added", label, before: old?.text ?? "", after: text }];
    }),
    ...before
      .filter(({ key }) => !is.has(key))
      .map(({ label, text }): AttachedChange => ({ change: "removed", label, before: text, after: "" })),
  ];
}
