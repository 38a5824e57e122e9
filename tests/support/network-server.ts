import { randomUUID } from "node:crypto";
import type { Env } from "~/env.server";
import type { BrowserStandIn } from "./browser-stand-in";
import { type PeopleServer, startPeopleServer } from "./people-server";

interface Place {
  /** Slug of the network. */
  in: string;
  state?: "requested" | "active";
  coordinator?: boolean;
  reviewer?: boolean;
  /** Cities of the network that they may speak for. */
  cities?: string[];
}

interface NetworkPerson {
  id: string;
  email: string;
  browser: BrowserStandIn;
}

export interface NetworkServer extends PeopleServer {
  /** Somebody who is signed in, made through the database. */
  person(name: string, places?: Place[], more?: { administrator?: boolean; listed?: boolean }): Promise<NetworkPerson>;
  /** A network with cities of its own. */
  network(
    id: string,
    policies?: { join_policy?: "open" | "request" | "invitation"; parent_id?: string },
  ): Promise<void>;
  city(id: string, networks?: string[]): Promise<void>;
}

/** The built pages over a library in which the test makes networks and people. */
export async function startNetworkServer(env: Partial<Env> = {}): Promise<NetworkServer> {
  const server = await startPeopleServer(env);
  const { db, sessions } = server.services;
  const at = () => server.services.now().toISOString();
  const entry = (id: string, kind: "network" | "city") =>
    db
      .insertInto("entry")
      .values({
        id,
        kind,
        title: `The ${id}`,
        summary: `About ${id}.`,
        language: "en",
        published_at: at(),
        created_at: at(),
        updated_at: at(),
      })
      .execute();
  return {
    ...server,
    async network(id, policies = {}) {
      await entry(id, "network");
      await db
        .insertInto("network")
        .values({ id, acronym: null, organisation_id: null, website: null, ...policies })
        .execute();
    },
    async city(id, networks = []) {
      await addCountry(server);
      await entry(id, "city");
      const none = { name_fr: null, name_es: null, geonames_id: null, population_band: null };
      await db
        .insertInto("city")
        .values({ id, kind: "city", country_code: "AT", latitude: 48, longitude: 16, ...none })
        .execute();
      for (const network_id of networks)
        await db.insertInto("network_city").values({ network_id, city_id: id }).execute();
    },
    async person(name, places = [], { administrator = false, listed = false } = {}) {
      const id = randomUUID();
      const email = `${name.toLowerCase().replace(/\W+/g, ".")}@city.example`;
      const flag = (on?: boolean) => (on ? (1 as const) : (0 as const));
      await db
        .insertInto("person")
        .values({
          id,
          email,
          email_confirmed_at: at(),
          name,
          administrator: flag(administrator),
          listed: flag(listed),
          language: "en",
          created_at: at(),
          updated_at: at(),
        })
        .execute();
      for (const { in: network_id, state = "active", coordinator, reviewer, cities = [] } of places) {
        const roles = { coordinator: flag(coordinator), reviewer: flag(reviewer) };
        await db
          .insertInto("membership")
          .values({ network_id, person_id: id, state, ...roles, note: null, created_at: at() })
          .execute();
        for (const city_id of cities) {
          await db
            .insertInto("city_official")
            .values({ network_id, city_id, person_id: id, granted_at: at() })
            .execute();
        }
      }
      const browser = server.browser();
      const cookie = await sessions.start(id, { userAgent: "test", address: "127.0.0.1" }, null, false);
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      browser.cookies.set(key, value);
      return { id, email, browser };
    },
  };
}

async function addCountry({ services: { db } }: PeopleServer): Promise<void> {
  const label = { label_en: "x", label_fr: "x", label_es: "x" };
  await db
    .insertInto("region")
    .values({ code: "europe", m49: "150", parent_code: null, ...label })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("country")
    .values({ code: "AT", iso3: "AUT", m49: "040", region_code: "europe", ...label })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
