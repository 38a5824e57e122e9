import { stringify } from "csv-stringify/sync";
import type { AuditLine } from "./audit-filter";

/** The log for a spreadsheet: what would be a formula there is a text. */
export const auditAsCsv = (lines: AuditLine[]): string =>
  stringify(
    [
      ["number", "at", "actor", "name", "action", "subject_kind", "subject", "details", "address"],
      ...lines.map((line) => [
        ...[line.number, line.at, line.actorId ?? "", line.name ?? "", line.action, line.subjectKind, line.subjectId],
        ...[JSON.stringify(line.details), line.address ?? ""],
      ]),
    ],
    { bom: true, quoted: true, escape_formulas: true, record_delimiter: "windows" },
  );
