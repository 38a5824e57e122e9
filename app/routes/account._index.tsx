import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personal, requireSession } from "~/signed-in.server";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireSession(context, request);
  return { name: person.name, email: person.email };
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "profile");

export default function Account() {
  const { t } = useTranslation();
  const { name, email } = useLoaderData<typeof loader>();
  return (
    <Page title={t("account.profile.title")} lead={name} crumbs={[{ name: t("account.profile.title") }]}>
      <p>{email}</p>
    </Page>
  );
}
