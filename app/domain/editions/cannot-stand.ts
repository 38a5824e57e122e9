import type { TermUses } from "~/domain/vocabularies/term-use";

/** An edition that must not be written: what would be deleted is used; null: what it needs is gone. */
export class CannotStand extends Error {
  override name = "CannotStand";
  constructor(readonly uses: TermUses | null) {
    super("This edition cannot stand.");
  }
}
