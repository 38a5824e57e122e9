import { type ActionFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { personal, signOut } from "~/signed-in.server";
import { Form } from "~/ui/form/form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export const loader = () => null;

export async function action({ request, context }: ActionFunctionArgs) {
  return redirect("/", { headers: await signOut(context, request) });
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "signOut");

/** For who comes by the address: a link alone signs nobody out. */
export default function SignOut() {
  const { t } = useTranslation();
  const title = t("account.signOut.title");
  return (
    <Page title={title} crumbs={[{ name: title }]}>
      <Form id="sign-out" labels={{}} submit={t("nav.signOut")} />
    </Page>
  );
}
