import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerApi, refuseMethod, searchOf, toResponse } from "~/domain/api/answer-api";
import { badParameters } from "~/domain/api/api-problem";
import { draftJson, draftLineJson } from "~/domain/api/drafts/draft-json";
import { newDraft } from "~/domain/api/drafts/draft-schemas";
import { readBody, readFields } from "~/domain/api/drafts/read-draft-body.server";
import { readParameters } from "~/domain/api/read-parameters";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { listOwn } from "~/domain/contributions/own-contribution-queries.server";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { writeDraft } from "~/domain/contributions/write-draft.server";
import { siteOrigin } from "~/site-origin";
import { requireTokenActor } from "~/token-actor.server";

const personal = { "Cache-Control": "private, no-store", Vary: "Authorization" };
const allowed = "GET, HEAD, POST, OPTIONS";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const api = { request, origin: siteOrigin(context, request), log: context.services.log };
  return answerApi(api, async () => {
    const { person } = await requireTokenActor(context, request, "read-drafts");
    const { values, errors } = readParameters({}, searchOf(api));
    if (!values) throw badParameters(errors);
    const lines = await listOwn(context.services.db, person.id);
    return toResponse({ total: lines.length, items: lines.map((line) => draftLineJson(api.origin, line)) }, personal);
  });
};

/** Makes a draft. */
export const action = ({ request, context }: ActionFunctionArgs) => {
  const api = { request, origin: siteOrigin(context, request), log: context.services.log };
  if (request.method !== "POST") return refuseMethod({ request, allow: allowed });
  return answerApi(api, async () => {
    const actor = await requireTokenActor(context, request, "write-drafts");
    const { db, now } = context.services;
    const { type: kind, fields } = await readBody(request, newDraft);
    const values = readFields(fields, { kind, terms: await listTemplateTerms(db), isNew: true });
    const id = await writeDraft(db, actor, { kind, values }, now());
    const made = await getContribution(db, id);
    const body = made ? draftJson(api.origin, made) : {};
    const answer = toResponse(body, { ...personal, Location: `${api.origin}/api/v1/contributions/${id}` });
    return new Response(answer.body, { status: 201, headers: answer.headers });
  });
};
