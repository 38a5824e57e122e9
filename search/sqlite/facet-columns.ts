import { facetNames } from "../port";
import type { FacetValues } from "./facet-values";
import { Arena, grown } from "./growing";

/** The values of one facet, entry after entry: those of a slot stand from `start[slot]` to `start[slot + 1]`. */
class FacetColumn {
  start = new Uint32Array(16);
  /** By numbers of this column's own, two bytes each while there are few enough: `names` says which they are. */
  values: Arena<Uint16Array | Uint32Array> = new Arena(new Uint16Array(16));
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** Gives a value that is new to it a number. */
  number(name: string): number {
    const number = this.names.push(name) - 1;
    this.numbers.set(name, number);
    if (number === 65_536) this.widen();
    return number;
  }

  private widen(): void {
    const wide = new Arena<Uint16Array | Uint32Array>(new Uint32Array(this.values.data.length));
    wide.append(this.values.data.subarray(0, this.values.length));
    this.values = wide;
  }
}

/** A column for each facet: counting one reads nothing of the others. */
export class FacetColumns {
  readonly columns = facetNames.map(() => new FacetColumn());
  /** One more than the highest slot. */
  private size = 0;
  /** By value: one more than its number in its column, 0 before it has any. */
  private numberOf = new Uint32Array(64);

  constructor(private readonly facetValues: FacetValues) {}

  /** Adds the values of a slot that is higher than all before it. */
  add(slot: number, values: ArrayLike<number>): void {
    for (const column of this.columns) {
      column.start = grown(column.start, slot + 2);
      // Slots that were left out have none.
      column.start.fill(column.values.length, this.size, slot + 1);
    }
    const { facets, values: names } = this.facetValues;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      const column = this.columns[facets[value] as number] as FacetColumn;
      this.numberOf = grown(this.numberOf, value + 1);
      this.numberOf[value] ||= column.number(names[value] as string) + 1;
      column.values.push((this.numberOf[value] as number) - 1);
    }
    for (const column of this.columns) column.start[slot + 1] = column.values.length;
    this.size = slot + 1;
  }

  /** An entry's values of one facet. */
  of(facet: number, slot: number): string[] {
    const column = this.columns[facet];
    if (!column) return [];
    const values: string[] = [];
    const end = column.start[slot + 1] as number;
    for (let at = column.start[slot] as number; at < end; at++) {
      values.push(column.names[column.values.data[at] as number] as string);
    }
    return values;
  }
}
