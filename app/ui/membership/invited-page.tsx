import type { Invitation } from "~/domain/memberships/membership";
import { translator } from "~/i18n/translate";
import { ButtonForm } from "~/ui/form/button-form";
import { FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { rolesText } from "./roles-text";

interface InvitedProps {
  /** Of the link that led here, while it works. */
  invitation: Invitation | null;
  /** For the address of who is signed in. */
  waiting: Invitation[];
  email: string | null;
  hasToken: boolean;
  here: string;
  refused?: Refused;
}

export function InvitedPage({ invitation, waiting, email, hasToken, here, refused }: InvitedProps) {
  const { t, language } = useTranslation();
  const title = t("network.invited.title");
  const to = encodeURIComponent(here);
  return (
    <Page title={title} crumbs={[{ name: title }]}>
      <FormErrors id="accept-invitation" labels={{}} refused={refused} />
      {hasToken && !invitation && <p>{t("network.invited.expired")}</p>}
      {invitation && email === null && (
        <>
          <p>{t("network.invited.signedOut", { network: invitation.network.name, email: invitation.email })}</p>
          <p>
            <a href={`/sign-in?to=${to}`}>{t("network.invited.signIn")}</a>
          </p>
          <p>
            <a href={`/register?to=${encodeURIComponent("/invitations")}`}>{t("network.invited.register")}</a>
          </p>
        </>
      )}
      {invitation && email !== null && email !== invitation.email && (
        <p>{t("network.invited.other", { email: invitation.email, own: email })}</p>
      )}
      {email !== null && waiting.length === 0 && !invitation && <p>{t("network.invited.none")}</p>}
      {waiting.length > 0 && (
        <LineList>
          {waiting.map(({ id, network, invitedBy, expiresAt, ...roles }) => (
            <Line
              key={id}
              title={<a href={`/networks/${network.id}`}>{network.name}</a>}
              details={[
                rolesText(t, language, roles),
                invitedBy && t("network.invitedBy", { name: invitedBy }),
                t("network.invitedUntil", { date: formatDate(expiresAt, language) }),
              ]}
            >
              <ButtonForm
                form="accept-invitation"
                fields={{ invitation: id }}
                label={t("network.invited.accept")}
                about={network.name}
              />
            </Line>
          ))}
        </LineList>
      )}
    </Page>
  );
}

export function invitedMeta(matches: Parameters<typeof frameOf>[0]) {
  const frame = frameOf(matches);
  const name = translator(frame.language)("network.invited.title");
  const breadcrumb = breadcrumbList(frame.origin, [{ name }]);
  return pageMeta(frame, {
    title: name,
    description: name,
    noIndex: true,
    jsonLd: { "@type": "WebPage", name, breadcrumb },
  });
}
