import { inviteFirstAdministrator } from "~/domain/people/create-person.server";
import type { Services } from "~/services.server";

/** What whoever starts the server should know, of its mail and its first administrator. */
export async function startNotes({ db, env, now }: Services, origin: string): Promise<string[]> {
  const token = await inviteFirstAdministrator(db, now());
  return [
    ...(env.smtpUrl ? [] : [`Its mail goes to files in ${env.mailDir} (SMTP_URL is not set)`]),
    ...(env.smtpUrl && !env.baseUrl ? ["BASE_URL is not set: links in its mails lead to this machine"] : []),
    ...(token ? [`It has no administrator yet: become the first at ${origin}/register/first?token=${token}`] : []),
  ];
}
