import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { listMails } from "~/domain/mail/mail-queries.server";
import { accountMeta } from "~/ui/people/account-meta";
import { MailsPage } from "~/ui/people/mails-page";

export const headers = administratorHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, env } = context.services;
  const { person } = await requireAdministrator(context, request);
  return { mails: await listMails(readDb, person.id, 100), folder: env.smtpUrl === null ? env.mailDir : null };
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "mails");

export default function Mails() {
  return <MailsPage {...useLoaderData<typeof loader>()} />;
}
