import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMails } from "~/domain/mail/mail-queries.server";
import { canSeeMails } from "~/domain/people/person-policy";
import { personal, requireActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";
import { accountMeta } from "~/ui/people/account-meta";
import { MailsPage } from "~/ui/people/mails-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, env } = context.services;
  if (!canSeeMails(await requireActor(context, request))) throw notFound();
  return { mails: await listMails(db, 100), folder: env.smtpUrl === null ? env.mailDir : null };
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "mails");

export default function Mails() {
  return <MailsPage {...useLoaderData<typeof loader>()} />;
}
