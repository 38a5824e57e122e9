import { expect } from "playwright/test";
import { mailsTo } from "../support/mail-folder";
import { linkIn } from "../support/read-mail";

/** Waits for a mail to somebody. @returns the path of its first link */
export async function waitForMail(address: string, subject: RegExp): Promise<string> {
  const found = () => mailsTo(address).findLast((mail) => subject.test(mail.subject));
  await expect.poll(found).toBeTruthy();
  return linkIn(found() ?? { text: "" });
}
