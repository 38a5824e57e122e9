import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { findUnsubscribing } from "~/domain/notifications/unsubscribe-queries.server";
import { personal } from "~/signed-in.server";
import { UnsubscribePage, unsubscribeMeta } from "~/ui/notifications/unsubscribe-page";
import { accountMeta } from "~/ui/people/account-meta";
import { ExpiredLink } from "~/ui/people/expired-link";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

/** Reading changes nothing: programs open the links of mails before people do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const known = (await findUnsubscribing(context.services.db, tokenOf(request))) !== undefined;
  return data({ known }, { status: known ? 200 : 410 });
}

/** Both the page's button and a mail program's one click (RFC 8058) send this; neither is led anywhere else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const form = await request.formData();
  if (form.get("List-Unsubscribe") !== "One-Click") throw data(null, { status: 400 });
  const done = await unsubscribe(db, tokenOf(request), now());
  return data({ done }, { status: done ? 200 : 410 });
}

/** Not in the path, which is logged. */
const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data?.known === false ? accountMeta(matches, "expired") : unsubscribeMeta(matches);

export default function Unsubscribe() {
  const { t } = useTranslation();
  const { known } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  if (!known)
    return (
      <ExpiredLink again="/account/notifications" lead={t("unsubscribe.expired")} label={t("mailChoice.legend")} />
    );
  return <UnsubscribePage done={done} />;
}
