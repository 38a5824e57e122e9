/** What the server does on its clock. */
export interface JobTable {
  name: string;
  /** The latest time of its timetable that is done with. */
  done_until: string;
  succeeded_at: string | null;
  failed_at: string | null;
  /** In a row. */
  failures: number;
  last_error: string | null;
  /** How far it has come, where it goes through something bit by bit. */
  mark: string | null;
}
