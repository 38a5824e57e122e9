import type { Columns } from "./columns";
import type { FacetValues } from "./facet-values";
import type { LatentIndex } from "./latent-index.server";
import type { Vocabulary } from "./vocabulary";

/** What reading a query needs of an index. */
export interface IndexColumnsView {
  vocabulary: Vocabulary;
  facetValues: FacetValues;
  columns: Columns;
  latent: LatentIndex | null;
}
