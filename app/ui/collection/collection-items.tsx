import { Form, useSubmit } from "@remix-run/react";
import { useState } from "react";
import type { CollectionDraft } from "~/domain/collections/collection";
import { entryPath } from "~/domain/links/link";
import type { Refused } from "~/ui/form/read-form";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./collection.module.css";

interface ItemsProps {
  items: CollectionDraft["items"];
  /** A note that was sent back. */
  refused?: Refused;
}

export const noteIdOf = (entryId: string): string => `note-${entryId.replaceAll("/", "-")}`;

/** The entries of a collection while it is worked on: buttons move them, and with a script they can be dragged too. */
export function CollectionItems({ items, refused }: ItemsProps) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const drop = (to: number) => {
    if (dragged !== null) {
      submit({ form: "move", entry: dragged, to: String(to) }, { method: "post", preventScrollReset: true });
    }
    setDragged(null);
    setOver(null);
  };
  return (
    <ol className={styles.drafted}>
      {items.map(({ entry, note }, index) => {
        const name = entry.provision
          ? `${entry.provision.shortTitle}, ${provisionName(t, entry.provision)}`
          : entry.title;
        const noteId = noteIdOf(entry.id);
        const given = refused?.values.entry === entry.id ? refused.values.note : undefined;
        return (
          <li
            key={entry.id}
            className={styles.item}
            draggable
            data-over={over === index ? "" : undefined}
            onDragStart={() => setDragged(entry.id)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(index);
            }}
            onDragEnd={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              drop(index + 1);
            }}
          >
            <div>
              <p className={type.small}>
                {index + 1} · {t(`kind.${entry.kind}`)}
              </p>
              <h3>
                <a href={entryPath(entry)} lang={entry.language}>
                  {name}
                </a>
              </h3>
            </div>
            <Form method="post" className={styles.buttons} preventScrollReset>
              <input type="hidden" name="form" value="move" />
              <input type="hidden" name="entry" value={entry.id} />
              <button
                type="submit"
                name="to"
                value="up"
                disabled={index === 0}
                aria-label={`${t("collections.up")}: ${name}`}
              >
                ↑ {t("collections.up")}
              </button>
              <button
                type="submit"
                name="to"
                value="down"
                disabled={index === items.length - 1}
                aria-label={`${t("collections.down")}: ${name}`}
              >
                ↓ {t("collections.down")}
              </button>
              <button
                type="submit"
                name="to"
                value="1"
                disabled={index === 0}
                aria-label={`${t("collections.first")}: ${name}`}
              >
                ⇈ {t("collections.first")}
              </button>
            </Form>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="form" value="note" />
              <input type="hidden" name="entry" value={entry.id} />
              <label htmlFor={noteId}>{t("collections.note")}</label>
              <textarea
                id={noteId}
                name="note"
                rows={3}
                defaultValue={typeof given === "string" ? given : note}
                aria-invalid={given === undefined ? undefined : true}
              />
              <span className={styles.buttons}>
                <button type="submit" aria-label={`${t("collections.saveNote")}: ${name}`}>
                  {t("collections.saveNote")}
                </button>
              </span>
            </Form>
            <Form method="post" className={styles.buttons} preventScrollReset>
              <input type="hidden" name="form" value="remove" />
              <input type="hidden" name="entry" value={entry.id} />
              <button type="submit" aria-label={`${t("collections.remove")}: ${name}`}>
                {t("collections.remove")}
              </button>
            </Form>
          </li>
        );
      })}
    </ol>
  );
}
