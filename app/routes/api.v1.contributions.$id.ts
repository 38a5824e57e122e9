import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { answerApi, refuseMethod, searchOf, toResponse } from "~/domain/api/answer-api";
import { ApiProblem, badParameters, found } from "~/domain/api/api-problem";
import { draftJson } from "~/domain/api/drafts/draft-json";
import { draftChange } from "~/domain/api/drafts/draft-schemas";
import { readBody, readFields } from "~/domain/api/drafts/read-draft-body.server";
import { readParameters } from "~/domain/api/read-parameters";
import { changeDraft, SavedMeanwhile } from "~/domain/contributions/change-draft.server";
import type { Contribution } from "~/domain/contributions/contribution";
import { canEdit, canRead } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { siteOrigin } from "~/site-origin";
import { requireTokenActor } from "~/token-actor.server";

const personal = { "Cache-Control": "private, no-store", Vary: "Authorization" };
const allowed = "GET, HEAD, PATCH, OPTIONS";

/** To whom it may not be shown, it does not exist. @throws ApiProblem */
async function draftAtHand(
  { services }: AppLoadContext,
  actor: Actor,
  id: string,
  may: typeof canRead,
): Promise<Contribution> {
  const contribution = await getContribution(services.db, id);
  return found(contribution && may(actor, contribution) ? contribution : undefined, `There is no draft “${id}”.`);
}

export const loader = ({ params: { id = "" }, request, context }: LoaderFunctionArgs) => {
  const api = { request, origin: siteOrigin(context, request), log: context.services.log };
  return answerApi(api, async () => {
    const actor = await requireTokenActor(context, request, "read-drafts");
    const { values, errors } = readParameters({}, searchOf(api));
    if (!values) throw badParameters(errors);
    return toResponse(draftJson(api.origin, await draftAtHand(context, actor, id, canRead)), personal);
  });
};

/** Changes fields of a draft, unless somebody has saved them since. */
export const action = ({ params: { id = "" }, request, context }: ActionFunctionArgs) => {
  const api = { request, origin: siteOrigin(context, request), log: context.services.log };
  if (request.method !== "PATCH") return refuseMethod({ request, allow: allowed });
  return answerApi(api, async () => {
    const actor = await requireTokenActor(context, request, "write-drafts");
    const { db, now } = context.services;
    const { kind } = await draftAtHand(context, actor, id, canEdit);
    const { revision, fields } = await readBody(request, draftChange);
    const values = readFields(fields, { kind, terms: await listTemplateTerms(db), isNew: false });
    try {
      await changeDraft(db, actor, id, { revision, values }, now());
    } catch (error) {
      if (error instanceof SavedMeanwhile) throw conflict(error);
      throw error;
    }
    return toResponse(draftJson(api.origin, await draftAtHand(context, actor, id, canRead)), personal);
  });
};

const conflict = ({ fields, revision }: SavedMeanwhile): ApiProblem =>
  new ApiProblem(
    409,
    `The draft is at revision ${revision} by now. Read it again; nothing was changed.`,
    fields.map((field) => ({ parameter: `fields.${field}`, message: "was saved by someone meanwhile" })),
  );
