import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerApi, refuseMethod } from "~/domain/api/answer-api";
import { ApiProblem } from "~/domain/api/api-problem";
import { siteOrigin } from "~/site-origin";

/** Every address below /api that nothing else answers. */
export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const origin = siteOrigin(context, request);
  return answerApi({ request, origin, log: context.services.log }, async () => {
    throw new ApiProblem(404, `There is nothing at this address. ${origin}/api tells what there is.`);
  });
};

export const action = refuseMethod;
