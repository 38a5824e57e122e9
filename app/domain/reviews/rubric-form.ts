import { line } from "~/domain/people/account-forms";
import { type Criterion, fewestCriteria, mostCriteria, scores } from "./rubric";

/** What a field of the form of a rubric is called. */
export const rubricField = (index: number, part: "title" | "question" | "key" | number): string =>
  `criterion.${index}.${part}`;

const text = line(200);
const keyPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

interface ReadRubric {
  criteria: Criterion[];
  /** Names of the fields that are wrong. */
  wrong: { name: string; problem: "required" | "wrong" }[];
  values: Record<string, string>;
  count: "right" | "few";
}

/** Reads the criteria of the form; one without any text is taken out. */
export function readRubricForm(form: FormData): ReadRubric {
  const read: ReadRubric = { criteria: [], wrong: [], values: {}, count: "right" };
  for (let index = 0; index < mostCriteria; index++) {
    const value = (part: "title" | "question" | "key" | number) => {
      const given = form.get(rubricField(index, part));
      return typeof given === "string" ? given : "";
    };
    const parts = ["title", "question", ...scores] as const;
    for (const part of [...parts, "key" as const]) read.values[rubricField(index, part)] = value(part);
    if (parts.every((part) => value(part).trim() === "")) continue;
    for (const part of parts) {
      const problem = value(part).trim() === "" ? "required" : text.safeParse(value(part)).success ? null : "wrong";
      if (problem) read.wrong.push({ name: rubricField(index, part), problem });
    }
    const known = value("key");
    const key = keyPattern.test(known) && !read.criteria.some((one) => one.key === known) ? known : newKey(read);
    const [title, question, ...anchors] = parts.map((part) => value(part).trim());
    read.criteria.push({ key, title: title ?? "", question: question ?? "", anchors });
  }
  if (read.criteria.length < fewestCriteria) read.count = "few";
  return read;
}

/** A key that no criterion of the form has. */
function newKey({ criteria }: ReadRubric): string {
  let number = criteria.length + 1;
  while (criteria.some(({ key }) => key === `criterion-${number}`)) number++;
  return `criterion-${number}`;
}
