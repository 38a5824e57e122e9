import type { MetaDescriptor } from "@remix-run/react";
import type { FollowedLine } from "~/domain/following/followed";
import type { FollowedThread } from "~/domain/threads/follower-queries.server";
import { translator } from "~/i18n/translate";
import { ButtonForm } from "~/ui/form/button-form";
import { type Choice, SelectField } from "~/ui/form/choice-fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { ToldNav } from "~/ui/notifications/told-nav";
import { threadTitle } from "~/ui/threads/thread-crumbs";
import { useTranslation } from "~/ui/translation";
import { followedKinds } from "~db/schema/telling";

interface Props {
  followed: FollowedLine[];
  threads: FollowedThread[];
  /** Those that are not followed yet. */
  themes: Choice[];
  /** The one that the reader came with. */
  theme: string | null;
  refused?: Refused;
}

/** Everything that a person follows, by its kind. */
export function FollowingPage({ followed, threads, themes, theme, refused }: Props) {
  const { t } = useTranslation();
  const title = t("following.title");
  const groups = followedKinds.map((kind) => ({ kind, lines: followed.filter((line) => line.kind === kind) }));
  return (
    <Page title={title} lead={t("following.lead")} crumbs={[{ name: title }]} aside={<ToldNav here="following" />}>
      <FormErrors id="unfollow" labels={{}} refused={refused} />
      {followed.length + threads.length === 0 && <p>{t("following.empty")}</p>}
      {groups.map(
        ({ kind, lines }) =>
          lines.length > 0 && (
            <Part key={kind} id={kind} title={kind === "theme" ? t("following.themes") : t(`kinds.${kind}`)}>
              <LineList>
                {lines.map(({ id, name, path }) => (
                  <Line key={id} title={<a href={path}>{name}</a>}>
                    <ButtonForm form="unfollow" fields={{ kind, id }} label={t("following.unfollow")} about={name} />
                  </Line>
                ))}
              </LineList>
            </Part>
          ),
      )}
      {threads.length > 0 && (
        <Part id="threads" title={t("following.threads")} lead={t("following.threadsLead")}>
          <LineList>
            {threads.map(({ id, title, language, about, aboutLanguage }) => (
              <Line
                key={id}
                title={
                  <a href={`/threads/${id}`} lang={title ? language : undefined}>
                    {threadTitle(t, { title })}
                  </a>
                }
                details={[
                  <span key="about" lang={aboutLanguage}>
                    {about}
                  </span>,
                ]}
              />
            ))}
          </LineList>
        </Part>
      )}
      {themes.length > 0 && (
        <Part id="add" title={t("following.addTheme")}>
          <Form id="follow" labels={{ id: t("following.theme") }} refused={refused} submit={t("following.follow")}>
            <input type="hidden" name="kind" value="theme" />
            <SelectField name="id" choices={themes} value={theme} />
          </Form>
        </Part>
      )}
    </Page>
  );
}

export function followingMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("following.title"), description: t("following.lead"), noIndex: true });
}
