import { parseArgs } from "node:util";
import { emailAddress, personName } from "~/domain/people/account-forms";
import { createPerson } from "~/domain/people/create-person.server";
import { StartError } from "~/env.server";
import type { Services } from "~/services.server";

/** `polylogue user create --email ADDRESS [--name NAME] [--admin]` */
export async function createUserCommand(args: string[], open: () => Promise<Services>): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { email: { type: "string" }, name: { type: "string" }, admin: { type: "boolean", default: false } },
  });
  const email = emailAddress.safeParse(values.email ?? "");
  if (!email.success) throw new StartError("--email must be an address such as name@city.example.");
  const name = personName.safeParse(values.name ?? email.data.replace(/@.*/, ""));
  if (!name.success) throw new StartError("--name must be a line of at most 100 characters.");
  const services = await open();
  try {
    const { db, env, now } = services;
    const person = { email: email.data, name: name.data, administrator: values.admin };
    const token = await createPerson(db, person, now());
    const origin = env.baseUrl ?? `http://localhost:${env.port}`;
    console.log(`${person.email} has an account${values.admin ? " and is an administrator" : ""}.`);
    console.log(`Whoever opens this link within an hour chooses its password:\n${origin}/password/new?token=${token}`);
    return 0;
  } finally {
    await services.close();
  }
}
