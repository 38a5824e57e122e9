import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { canDelete } from "~/domain/contributions/contribution-policy";
import { deleteContribution } from "~/domain/contributions/delete-contribution.server";
import { personal } from "~/signed-in.server";
import { ContributionFrame } from "~/ui/contribution/contribution-frame";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { Form } from "~/ui/form/form";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return { head: headOf(await contributionAtHand(context, request, params.id, canDelete)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canDelete);
  await deleteContribution(context.services.db, actor, contribution.id, context.services.now());
  return redirect("/desk");
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "delete", data?.head.title);

export default function Delete() {
  const { t } = useTranslation();
  const { head } = useLoaderData<typeof loader>();
  return (
    <ContributionFrame head={head} page="submit" lead={t("contribution.deleteLead")}>
      <Form id="delete" labels={{}} submit={t("contribution.confirmDelete")} danger />
    </ContributionFrame>
  );
}
