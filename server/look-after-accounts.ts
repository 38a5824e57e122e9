import { purgeFiles } from "~/domain/files/purge-files.server";
import { inviteFirstAdministrator } from "~/domain/people/create-person.server";
import { purgeAccounts } from "~/domain/people/purge-accounts.server";
import type { Services } from "~/services.server";

const everyMs = 6 * 60 * 60 * 1000;

/** Begins to send mail and to delete what has had its day. @returns what whoever starts the server should know */
export async function lookAfterAccounts(services: Services, address: string): Promise<string[]> {
  const { db, env, files, log, now, postman } = services;
  const purge = async () => {
    await postman.removeFiles(await purgeAccounts(db, now()));
    await purgeFiles(db, files, now());
  };
  await purge();
  setInterval(() => {
    purge().catch((error: unknown) => log.error({ err: error }, "old sessions and mails could not be deleted"));
  }, everyMs).unref();
  postman.start();

  const origin = env.baseUrl ?? address;
  const token = await inviteFirstAdministrator(db, now());
  return [
    ...(env.smtpUrl ? [] : [`Its mail goes to files in ${env.mailDir} (SMTP_URL is not set)`]),
    ...(env.smtpUrl && !env.baseUrl ? ["BASE_URL is not set: links in its mails lead to this machine"] : []),
    ...(token ? [`It has no administrator yet: become the first at ${origin}/register/first?token=${token}`] : []),
  ];
}
