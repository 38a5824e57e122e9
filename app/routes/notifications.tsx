import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { markRead } from "~/domain/notifications/mark-read.server";
import { readAllForm, readOneForm } from "~/domain/notifications/notification-forms";
import { listNotifications } from "~/domain/notifications/notification-queries.server";
import { personal, refuse, requireSession } from "~/signed-in.server";
import { readForm } from "~/ui/form/read-form";
import { NotificationsPage, notificationsMeta } from "~/ui/notifications/notifications-page";
import { pageOf } from "~/ui/page-of";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const { person } = await requireSession(context, request);
  const unread = new URL(request.url).searchParams.has("unread");
  const page = pageOf(request);
  // Marked a moment ago, perhaps: read where it was written.
  return { unread, page, ...(await listNotifications(db, person.id, { unread, page })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  if (form.get("form") === "read-all") {
    const { data, refused } = readForm(readAllForm, form);
    if (refused) return refuse(context, refused);
    await markRead(db, person.id, { last: Number(data.last) }, now());
    return redirect("/notifications");
  }
  const { data, refused } = readForm(readOneForm, form);
  if (refused) return refuse(context, refused);
  await markRead(db, person.id, { id: Number(data.id) }, now());
  return redirect(`/notifications${new URL(request.url).search}`);
}

export const meta: MetaFunction = ({ matches }) => notificationsMeta(matches);

export default function Notifications() {
  return <NotificationsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
