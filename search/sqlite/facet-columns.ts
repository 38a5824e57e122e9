import { facetNames } from "../port";
import type { FacetValues } from "./facet-values";
import { Arena, grown } from "./growing";

/** The values of one facet, entry after entry: those of a slot stand from `start[slot]` to `start[slot + 1]`. */
class FacetColumn {
  start = new Uint32Array(1024);
  readonly values = new Arena(new Uint32Array(1024));
}

/** A column for each facet: counting one reads nothing of the others. */
export class FacetColumns {
  readonly columns = facetNames.map(() => new FacetColumn());
  /** One more than the highest slot. */
  private size = 0;

  constructor(private readonly facetValues: FacetValues) {}

  /** Adds the values of a slot that is higher than all before it. */
  add(slot: number, values: ArrayLike<number>): void {
    for (const column of this.columns) {
      column.start = grown(column.start, slot + 2);
      // Slots that were left out have none.
      column.start.fill(column.values.length, this.size, slot + 1);
    }
    const { facets } = this.facetValues;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      this.columns[facets[value] as number]?.values.push(value);
    }
    for (const column of this.columns) column.start[slot + 1] = column.values.length;
    this.size = slot + 1;
  }

  /** The numbers of an entry's values of one facet. */
  of(facet: number, slot: number): Uint32Array {
    const column = this.columns[facet];
    return column ? column.values.data.subarray(column.start[slot], column.start[slot + 1]) : new Uint32Array();
  }
}
