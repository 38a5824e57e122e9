import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { contributionForScript } from "~/contribution-at-hand.server";
import { listFields } from "~/domain/contributions/contribution-queries.server";

const headers = { "Cache-Control": "private, no-store" };

/** The fields that were saved after a revision: how two people in one draft see each other's saves. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionForScript(context, request, params.id);
  if (!atHand) return json({}, { status: 401, headers });
  const { actor, contribution } = atHand;
  const after = Number(new URL(request.url).searchParams.get("after")) || 0;
  const fields = await listFields(context.services.readDb, contribution.id, after);
  return json(
    {
      revision: contribution.revision,
      fields: fields.map(({ savedById, ...field }) => ({ ...field, own: savedById === actor.person.id })),
    },
    { headers },
  );
}
