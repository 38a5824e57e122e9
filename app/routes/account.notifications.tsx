import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseMails } from "~/domain/notifications/choose-mails.server";
import { getMailChoice } from "~/domain/notifications/mail-choice-queries.server";
import { mailChoiceForm } from "~/domain/notifications/notification-forms";
import { isLanguage } from "~/i18n/language";
import { personal, refuse, requireSession } from "~/signed-in.server";
import { readForm } from "~/ui/form/read-form";
import { MailChoicePage } from "~/ui/notifications/mail-choice-page";
import { accountMeta } from "~/ui/people/account-meta";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const { person } = await requireSession(context, request);
  return {
    choice: await getMailChoice(db, person.id),
    email: person.email,
    language: isLanguage(person.language) ? person.language : ("en" as const),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const { person } = await requireSession(context, request);
  const { data, refused } = readForm(mailChoiceForm, await request.formData());
  if (refused) return refuse(context, refused);
  await chooseMails(db, person.id, data.choice, now());
  return redirect("/account/notifications?saved");
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "mailChoice");

export default function MailChoices() {
  const { saved, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return <MailChoicePage {...page} saved={saved && !refused} refused={refused} />;
}
