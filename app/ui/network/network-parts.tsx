import type { Call } from "~/domain/calls/call";
import type { CollectionLine } from "~/domain/collections/collection";
import type { Featured } from "~/domain/collections/feature-queries.server";
import type { Member } from "~/domain/memberships/membership";
import type { Network } from "~/domain/networks/network";
import type { Label } from "~/domain/vocabularies/vocabulary";
import { CallLines } from "~/ui/call/calls-page";
import { CollectionLines } from "~/ui/collection/collection-lines";
import { FeaturedPart } from "~/ui/collection/featured-part";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Line, LineList } from "~/ui/layout/line-list";
import { Part } from "~/ui/layout/page";
import { JoinForm, type JoinFormProps } from "~/ui/membership/join-form";
import { rolesText } from "~/ui/membership/roles-text";
import { useTranslation } from "~/ui/translation";

interface NetworkPartsProps extends Omit<JoinFormProps, "network"> {
  network: Network;
  parts: { id: string; name: string; language: string }[];
  featured: Featured;
  collections: CollectionLine[];
  /** Those that are open. */
  calls: Call[];
  cities: { id: string; name: Label }[];
  /** Those whom the reader may see. */
  members: Member[];
  memberCount: number;
  manages: boolean;
}

/** What a network has and an organisation has not. */
export function NetworkParts({
  network,
  parts,
  featured,
  collections,
  calls,
  cities,
  members,
  memberCount,
  manages,
  ...reader
}: NetworkPartsProps) {
  const { t, language } = useTranslation();
  return (
    <>
      {manages && (
        <p>
          <a href={`/networks/${network.id}/members`}>{t("network.manage")}</a> ·{" "}
          <a href={`/networks/${network.id}/queue`}>{t("network.queue.title")}</a>
        </p>
      )}
      {network.parent && (
        <p>
          {t("network.partOf")} <a href={`/networks/${network.parent.id}`}>{network.parent.name}</a>
        </p>
      )}
      <FeaturedPart featured={featured} />
      {calls.length > 0 && (
        <Part title={t("calls.title")} id="calls">
          <CallLines calls={calls} />
        </Part>
      )}
      {collections.length > 0 && (
        <Part title={t("collections.title")} id="network-collections">
          <CollectionLines collections={collections} />
        </Part>
      )}
      <p>
        <a href={`/coverage?network=${network.id}`}>{t("coverage.ofNetwork")}</a>
      </p>
      {parts.length > 0 && (
        <Part title={t("network.parts")} id="parts">
          <EntryList>
            {parts.map((part) => (
              <EntryLine key={part.id} to={`/networks/${part.id}`} title={part.name} language={part.language} />
            ))}
          </EntryList>
        </Part>
      )}
      {cities.length > 0 && (
        <Part title={t("network.cities.title")} id="cities">
          <EntryList columns>
            {cities.map((city) => (
              <EntryLine key={city.id} to={`/cities/${city.id}`} title={city.name[language]} />
            ))}
          </EntryList>
        </Part>
      )}
      <Part title={t("network.members.title")} id="members" lead={t("network.memberCount", { count: memberCount })}>
        {members.length > 0 && (
          <LineList>
            {members.map((member) => (
              <Line
                key={member.id}
                title={member.listed ? <a href={`/people/${member.id}`}>{member.name}</a> : member.name}
                details={[member.roleTitle, rolesText(t, language, member, cities)]}
              />
            ))}
          </LineList>
        )}
        {members.length < memberCount && <p>{t("network.othersHidden", { count: memberCount - members.length })}</p>}
      </Part>
      <Part title={t("network.policies.title")} id="policies">
        <ul>
          <li>{t(`network.join.${network.joinPolicy}`)}</li>
          <li>{t("network.reviews", { count: network.reviewsNeeded })}</li>
          <li>{t(network.publishesSnapshots ? "network.snapshotsAtOnce" : "network.snapshotsReviewed")}</li>
          <li>{t(`network.anonymity.${network.anonymity}`)}</li>
        </ul>
      </Part>
      <JoinForm network={network} {...reader} />
    </>
  );
}
