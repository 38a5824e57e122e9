import type { Contribution, FieldValues } from "~/domain/contributions/contribution";
import type { FieldName } from "~/domain/contributions/contribution-fields";
import { isEmpty, readCodes } from "~/domain/contributions/field-value";
import type { Db } from "~db/client.server";
import type { CaseStudyTable, PracticeTable, ReviewStatus, Stage } from "~db/schema/practice";
import type { Vocabulary } from "~db/schema/vocabulary";
import { depthOf } from "./depth";
import { writeLinks } from "./write-links.server";

interface Written {
  entryId: string;
  contribution: Contribution;
  values: FieldValues;
  /** Their names, as they sign. */
  authors: string[];
  reviewStatus: ReviewStatus;
  at: string;
}

/** Makes an entry say what a contribution says: its row, that of its kind, its terms and links. */
export async function writeEntry(trx: Db, written: Written): Promise<void> {
  const { entryId: id, contribution, values, at } = written;
  const entry = { title: values.title ?? "", summary: values.pitch || null, language: values.language ?? "en" };
  await trx
    .insertInto("entry")
    .values({ id, kind: contribution.kind, ...entry, published_at: at, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ ...entry, updated_at: at }))
    .execute();
  if (contribution.kind === "practice") await putPractice(trx, { ...sharedColumns(written), depth: depthOf(values) });
  else await putCaseStudy(trx, { ...sharedColumns(written), ...studyColumns(written) });
  await writeTerms(trx, id, values);
  await writeLinks(trx, id, contribution.id, at);
}

async function putPractice(trx: Db, row: PracticeTable): Promise<void> {
  await trx
    .insertInto("practice")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

async function putCaseStudy(trx: Db, row: CaseStudyTable): Promise<void> {
  await trx
    .insertInto("case_study")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

const textIn = (values: FieldValues) => (name: FieldName) => (isEmpty(values[name]) ? null : (values[name] ?? null));

function sharedColumns({ entryId, contribution, values, authors, reviewStatus }: Written) {
  const text = textIn(values);
  return {
    id: entryId,
    city_id: contribution.cityId ?? "",
    stage: (values.stage || "unknown") as Stage,
    started: text("started"),
    ended: text("ended"),
    year: Number(values.started?.slice(0, 4)),
    lead_body: text("lead_body"),
    contact: text("contact"),
    // The template has them as rows.
    partners: null,
    partner_rows: text("partners"),
    situation_before: text("situation_before"),
    objectives: text("objectives"),
    legal_basis: text("legal_basis"),
    what_was_done: values.what_was_done ?? "",
    participation: text("participation"),
    resources: null,
    budget: text("budget"),
    staff: text("staff"),
    results: text("results"),
    evidence: text("evidence"),
    enabling_factors: text("enabling_factors"),
    challenges: text("challenges"),
    lessons_learned: text("lessons_learned"),
    sustainability: text("sustainability"),
    transfer_conditions: text("transfer_conditions"),
    building_blocks: text("building_blocks"),
    references: text("references"),
    authors: authors.join("; ") || null,
    review_status: reviewStatus,
    licence: values.licence || "CC-BY-4.0",
  };
}

function studyColumns({ contribution: { factCheck }, values }: Written) {
  const text = textIn(values);
  return {
    method: text("method"),
    research_period: text("research_period"),
    research_sources: text("sources"),
    limits: text("limits"),
    ethics: text("ethics"),
    fact_check: factCheck === null ? "not-asked" : factCheck.answer === null ? "asked" : "answered",
  } as const;
}

const termFields = [
  ["themes", "theme"],
  ["rights", "right"],
  ["groups", "group"],
  ["targets", "target"],
] as const satisfies [FieldName, Vocabulary][];

/** Terms that a vocabulary has dropped since they were chosen are left out. */
async function writeTerms(trx: Db, entry_id: string, values: FieldValues): Promise<void> {
  await trx.deleteFrom("entry_term").where("entry_id", "=", entry_id).execute();
  for (const [field, vocabulary] of termFields) {
    const codes = readCodes(values[field] ?? "");
    if (codes.length === 0) continue;
    const known = await trx
      .selectFrom("term")
      .where("vocabulary", "=", vocabulary)
      .where("code", "in", codes)
      .select("code")
      .execute();
    const rows = known.map(({ code }) => ({ entry_id, vocabulary, code }));
    if (rows.length > 0) await trx.insertInto("entry_term").values(rows).execute();
  }
}
