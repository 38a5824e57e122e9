import { type ActionFunctionArgs, json } from "@remix-run/node";
import { contributionForScript } from "~/contribution-at-hand.server";
import { judgeCompleteness } from "~/domain/contributions/completeness";
import { valuesOf } from "~/domain/contributions/contribution";
import { fieldsOf } from "~/domain/contributions/contribution-fields";
import { readGivenFields } from "~/domain/contributions/contribution-form";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { readableValue } from "~/domain/contributions/field-value";
import { renderGiven } from "~/domain/contributions/render-given.server";
import { saveFields } from "~/domain/contributions/save-fields.server";
import { knownCodes } from "~/domain/contributions/template-terms";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { countLinks } from "~/domain/links/contribution-link";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { improvementPath, improvementText } from "~/ui/contribution/completeness-meter";
import { valueLabel } from "~/ui/contribution/value-label";

/** Saves one field for the editor's script: 200, 401 without a session, 409 with the other text, 422 with what is wrong. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const atHand = await contributionForScript(context, request, params.id);
  if (!atHand) return json({}, 401);
  const { actor, contribution } = atHand;
  const { db, now, markdown } = context.services;
  const language = readLanguage(request);
  const t = translator(language);
  const terms = await listTemplateTerms(db);
  const form = await request.formData();
  const typed = readGivenFields(form, fieldsOf(contribution.kind), (name) => knownCodes(terms, name)).slice(0, 1);
  const [given] = await renderGiven(markdown, typed);
  if (!given) return json({}, 400);
  const { field, problem } = given;
  const label = t(`template.${field}.label`);
  if (problem) return json({ message: t(`form.${problem.problem}`, { field: label, max: problem.max ?? 0 }) }, 422);
  const at = now();
  const [outcome] = await saveFields(db, actor, contribution.id, [given], at);
  if (outcome?.outcome === "conflict") {
    const { stored } = outcome;
    const text = readableValue(field, stored.value, (code) => valueLabel(t, language, terms, field, code));
    const { value, revision, savedBy, savedAt } = stored;
    return json({ theirs: { value, revision, savedBy, savedAt, text } }, 409);
  }
  const after = await getContribution(db, contribution.id);
  const { percent, improvements } = judgeCompleteness(
    contribution.kind,
    after ? valuesOf(after) : {},
    countLinks(await listContributionLinks(db, contribution.id)),
  );
  const [next] = improvements;
  return json({
    revision: outcome?.revision ?? 0,
    // Only others have changed it since: the script shows theirs.
    value: outcome?.outcome === "current" ? outcome.value : given.value,
    at: at.toISOString(),
    percent,
    next: { href: improvementPath(contribution.id, next), text: improvementText(t, next) },
  });
}
