import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Network } from "~/domain/networks/network";
import { listNetworkCities } from "~/domain/networks/network-city-queries.server";
import { renewSessions } from "~/domain/people/session-queries.server";
import { isLanguage } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { canManageMembers } from "./membership-policy";
import { getMember } from "./membership-queries.server";

interface Naming {
  network: Network;
  personId: string;
  /** Those that the person may speak for from now on; the others no more. */
  cities: string[];
  origin: string;
}

/** Says which cities of the network a member may speak for, and tells them of new ones. @returns what stands in the way, or null */
export async function nameOfficial(
  db: Db,
  doer: Doer,
  { network, personId, cities, origin }: Naming,
): Promise<"gone" | "city" | null> {
  const { actor, at: now } = doer;
  if (!canManageMembers(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const member = await getMember(trx, network.id, personId);
    if (member?.state !== "active") return "gone";
    const possible = await listNetworkCities(trx, network.id);
    if (!cities.every((id) => possible.some((city) => city.id === id))) return "city";
    const granted = possible.filter(({ id }) => cities.includes(id) && !member.cities.includes(id));
    await trx
      .deleteFrom("city_official")
      .where("network_id", "=", network.id)
      .where("person_id", "=", personId)
      .where("city_id", "not in", cities)
      .execute();
    await renewSessions(trx, personId);
    await recordEvent(trx, doer, {
      action: "name-official",
      subject: { kind: "network", id: network.id },
      details: { person: personId, before: member.cities.join(" "), after: cities.join(" ") },
    });
    if (granted.length === 0) return null;
    const row = { network_id: network.id, person_id: personId, granted_at: now.toISOString() };
    await trx
      .insertInto("city_official")
      .values(granted.map(({ id }) => ({ ...row, city_id: id, granted_by: actor?.person.id ?? null })))
      .execute();
    const { language } = await trx
      .selectFrom("person")
      .where("id", "=", personId)
      .select("language")
      .executeTakeFirstOrThrow();
    const names = granted.map(({ name }) => name[isLanguage(language) ? language : "en"]);
    const values = {
      name: member.name,
      network: network.name,
      city: new Intl.ListFormat(language).format(names),
      link: `${origin}/networks/${network.id}`,
    };
    await addMail(trx, { to: member.email, personId, name: "cityGranted", values, language }, now);
    return null;
  });
}
