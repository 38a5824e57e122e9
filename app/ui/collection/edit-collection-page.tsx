import type { CollectionDraft } from "~/domain/collections/collection";
import { addressOfFile } from "~/domain/files/file";
import { languageNames, languages } from "~/i18n/language";
import { CheckboxField, SelectField } from "~/ui/form/choice-fields";
import { FileField, TextAreaField, TextField } from "~/ui/form/fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { DoneNotice } from "~/ui/layout/notice";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./collection.module.css";
import { CollectionItems, noteIdOf } from "./collection-items";

interface EditProps {
  collection: CollectionDraft;
  saved: boolean;
  refused?: Refused;
}

/** A collection while it is worked on. */
export function EditCollectionPage({ collection, saved, refused }: EditProps) {
  const { t } = useTranslation();
  const { id, picture, items, currentVersion } = collection;
  return (
    <Page
      title={collection.title}
      titleLanguage={collection.language}
      eyebrow={
        currentVersion === null ? t("collections.unpublished") : t("collections.version", { number: currentVersion })
      }
      lead={t("collections.editLead")}
      crumbs={[
        { name: t("collections.title"), to: "/collections" },
        ...(currentVersion === null ? [] : [{ name: collection.title, to: `/collections/${id}` }]),
        { name: t("collections.edit") },
      ]}
    >
      {saved && <DoneNotice>{t("collections.saved")}</DoneNotice>}
      {["move", "note", "remove", "removePicture"].map((form) => (
        <FormErrors
          key={form}
          id={form}
          labels={{ note: t("collections.note") }}
          links={{ note: `#${noteIdOf(String(refused?.values.entry ?? ""))}` }}
          refused={refused}
        />
      ))}
      <Part title={t("collections.entries")} id="entries">
        {items.length === 0 && (
          <p>
            {t("collections.addLead")} <a href="/search">{t("search.title")}</a>
          </p>
        )}
        <CollectionItems items={items} refused={refused?.form === "note" ? refused : undefined} />
      </Part>
      <Part title={t("collections.about")} id="about">
        <CollectionTexts id="texts" collection={collection} refused={refused} submit={t("collections.save")} />
      </Part>
      <Part title={t("collections.picture")} id="picture">
        {picture && (
          <>
            <img
              className={styles.picture}
              src={addressOfFile(picture)}
              width={picture.width}
              height={picture.height}
              alt={picture.alternative}
              lang={collection.language}
            />
            <Form id="removePicture" labels={{}} submit={t("collections.removePicture")} danger />
          </>
        )}
        <Form
          id="picture"
          labels={{ file: t("collections.picture"), alternative: t("files.alternative") }}
          refused={refused}
          submit={t("collections.savePicture")}
          files
        >
          <FileField name="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
          <TextAreaField name="alternative" rows={2} hint={t("files.alternativeHint")} />
        </Form>
      </Part>
      <Part title={t("collections.publish")} id="publish" lead={t("collections.publishLead")}>
        <Form
          id="publish"
          labels={{ changeNote: t("collections.changeNote") }}
          refused={refused}
          submit={t("collections.publish")}
        >
          <input type="hidden" name="version" value={currentVersion ?? ""} />
          {currentVersion !== null && <TextField name="changeNote" optional hint={t("collections.changeNoteHint")} />}
        </Form>
        {currentVersion !== null && (
          <p>
            <a href={`/collections/add?collection=${id}`}>{t("collections.featureIt")}</a>
          </p>
        )}
      </Part>
      {currentVersion !== null && (
        <Part title={t("collections.withdraw")} id="withdraw" lead={t("collections.withdrawLead")}>
          <Form
            id="withdraw"
            labels={{ reason: t("collections.withdrawReason"), sure: t("collections.withdrawSure") }}
            refused={refused}
            submit={t("collections.withdraw")}
            danger
          >
            <TextAreaField name="reason" rows={3} />
            <CheckboxField name="sure" />
          </Form>
        </Part>
      )}
    </Page>
  );
}

interface TextsProps {
  id: string;
  /** Undefined: a new one. */
  collection?: CollectionDraft;
  networks?: { networks: { id: string; name: string }[]; site: boolean };
  refused?: Refused;
  submit: string;
}

/** The fields of a collection's own texts. */
export function CollectionTexts({ id, collection, networks, refused, submit }: TextsProps) {
  const { t, language } = useTranslation();
  return (
    <Form
      id={id}
      labels={{
        title: t("collections.field.title"),
        summary: t("collections.field.summary"),
        text: t("collections.field.text"),
        language: t("calls.field.language"),
        network: t("calls.field.network"),
      }}
      refused={refused}
      submit={submit}
    >
      <TextField name="title" value={collection?.title} />
      <TextAreaField name="summary" rows={3} value={collection?.summary} hint={t("collections.field.summaryHint")} />
      <TextAreaField name="text" rows={8} optional value={collection?.text} hint={t("collections.field.textHint")} />
      <SelectField
        name="language"
        value={collection?.language ?? language}
        choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
      />
      {networks && (
        <SelectField
          name="network"
          optional={networks.site}
          value={networks.networks[0]?.id}
          choices={networks.networks.map(({ id: value, name }) => ({ value, label: name }))}
        />
      )}
    </Form>
  );
}
