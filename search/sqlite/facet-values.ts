import { grown } from "./growing";

/** Every value of every facet, by one number. */
export class FacetValues {
  readonly values: string[] = [];
  /** The facet's place in `facetNames`. */
  facets = new Uint8Array(256);
  private readonly ids = new Map<string, number>();

  idOf(facet: number, value: string): number | undefined {
    return this.ids.get(`${facet} ${value}`);
  }

  add(facet: number, value: string): number {
    const id = this.values.length;
    this.values.push(value);
    this.facets = grown(this.facets, id + 1);
    this.facets[id] = facet;
    this.ids.set(`${facet} ${value}`, id);
    return id;
  }
}
