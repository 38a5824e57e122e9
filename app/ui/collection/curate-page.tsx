import type { CollectionLine } from "~/domain/collections/collection";
import { home } from "~/domain/collections/collection";
import { ButtonForm } from "~/ui/form/button-form";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Line, LineList } from "~/ui/layout/line-list";
import { DoneNotice } from "~/ui/layout/notice";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

interface CurateProps {
  /** What is curated: an entry, or a collection that is featured. */
  subject: { kind: "entry" | "collection"; id: string; title: string; language: string; path: string };
  own: CollectionLine[];
  /** Ids of collections whose draft holds it already. */
  holding: string[];
  places: { networks: { id: string; name: string }[]; site: boolean };
  /** Where it is featured. */
  featured: string[];
  done: "added" | "featured" | null;
  refused?: Refused;
}

/** What curators can do with an entry: put it into a collection, let it stand out. */
export function CuratePage({ subject, own, holding, places, featured, done, refused }: CurateProps) {
  const { t } = useTranslation();
  const free = own.filter(({ id }) => !holding.includes(id));
  const stages = [
    ...(places.site ? [{ id: home, name: t("collections.homePage") }] : []),
    ...places.networks.map(({ id, name }) => ({ id, name })),
  ];
  const fields = { [subject.kind]: subject.id };
  return (
    <Page
      title={t("collections.curate")}
      eyebrow={<span lang={subject.language}>{subject.title}</span>}
      crumbs={[{ name: subject.title, to: subject.path }, { name: t("collections.curate") }]}
    >
      {done && (
        <DoneNotice>
          {t(`collections.done.${done}`)} <a href={subject.path}>{subject.title}</a>
        </DoneNotice>
      )}
      {["feature", "unfeature"].map((form) => (
        <FormErrors key={form} id={form} labels={{}} refused={refused} />
      ))}
      {subject.kind === "entry" && (
        <Part title={t("collections.add")} id="add">
          {own.length === 0 && <p>{t("collections.noneOwn")}</p>}
          {own.length > 0 && free.length === 0 && <p>{t("collections.inAll")}</p>}
          {free.length > 0 && (
            <Form
              id="add"
              labels={{
                collection: t("collections.one"),
                note: t("collections.note"),
                entry: t("collections.entries"),
              }}
              refused={refused}
              submit={t("collections.addIt")}
            >
              <input type="hidden" name="entry" value={subject.id} />
              <SelectField
                name="collection"
                choices={free.map(({ id, title }) => ({ value: id, label: title }))}
                value={free[0]?.id}
              />
              <TextAreaField name="note" rows={3} optional hint={t("collections.noteHint")} />
            </Form>
          )}
          <p>
            <a href="/collections/new">{t("collections.new")}</a>
          </p>
        </Part>
      )}
      <Part title={t("collections.feature")} id="feature" lead={t("collections.featureLead")}>
        <LineList>
          {stages.map(({ id, name }) => {
            const on = featured.includes(id);
            return (
              <Line key={id} title={name} details={[on && t("collections.featuredHere")]}>
                <ButtonForm
                  form={on ? "unfeature" : "feature"}
                  fields={{ ...fields, place: id }}
                  label={t(on ? "collections.unfeature" : "collections.featureThis")}
                  about={name}
                />
              </Line>
            );
          })}
        </LineList>
      </Part>
    </Page>
  );
}
