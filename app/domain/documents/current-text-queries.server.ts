import type { Db } from "~db/client.server";

/** Provisions with their entry, their document and, where it was imported, their text in its current version. */
export const selectCurrentTexts = (db: Db) =>
  db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .innerJoin("document", "document.id", "provision.document_id")
    .leftJoin("document_version as version", (join) =>
      join.onRef("version.document_id", "=", "document.id").onRef("version.number", "=", "document.current_version"),
    )
    .leftJoin("provision_version as text", (join) =>
      join.onRef("text.document_version_id", "=", "version.id").onRef("text.provision_id", "=", "provision.id"),
    );
