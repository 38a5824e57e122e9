/** How often something was searched for on a day. Nothing tells who searched, or when on that day. */
export interface SearchCountTable {
  /** `2025-03-01`, in UTC. */
  day: string;
  /** As typed but for case and spaces; with `day` the primary key. */
  text: string;
  searches: number;
  /** How many of them found nothing. */
  without_result: number;
}
