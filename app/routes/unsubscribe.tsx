import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { findUnsubscribing } from "~/domain/notifications/unsubscribe-queries.server";
import { personal } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";
import { UnsubscribePage, unsubscribeMeta } from "~/ui/notifications/unsubscribe-page";

export const headers = personal;

/** Reading changes nothing: programs open the links of mails before people do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if ((await findUnsubscribing(context.services.db, tokenOf(request))) === undefined) throw notFound();
  return null;
}

/** Both the page's button and a mail program's one click (RFC 8058) send this; neither is led anywhere else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const form = await request.formData();
  if (form.get("List-Unsubscribe") !== "One-Click") throw data(null, { status: 400 });
  if (!(await unsubscribe(db, tokenOf(request), now()))) throw notFound();
  return { done: true };
}

/** Not in the path, which is logged. */
const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

export const meta: MetaFunction = ({ matches }) => unsubscribeMeta(matches);

export default function Unsubscribe() {
  return <UnsubscribePage done={useActionData<typeof action>()?.done ?? false} />;
}
