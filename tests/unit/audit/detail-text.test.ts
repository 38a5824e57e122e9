import { expect, test } from "vitest";
import { translator } from "~/i18n/translate";
import { auditDetails, auditSubjectName } from "~/ui/audit/detail-text";

const french = translator("fr");
const inFrench = (subjectKind: string, details: Record<string, string | number | boolean | null>) =>
  auditDetails(french, { subjectKind, details }).replaceAll("\u00a0", " ");

test("what the audit log recorded of an event is told in the reader's language", () => {
  expect(inFrench("contribution", { from: "in-review", to: "changes-requested", round: 1 })).toBe(
    "de : En évaluation, à : Modifications demandées, tour : 1",
  );
  expect(inFrench("assignment", { from: "invited", to: "declined" })).toBe("de : Sollicitation envoyée, à : Déclinée");
  expect(inFrench("network", { "coordinator-before": false, "coordinator-after": true })).toBe(
    "coordination (avant) : non, coordination (après) : oui",
  );
  expect(inFrench("term", { edition: 2, fields: "label_en, position" })).toBe(
    "modification : 2, champs : Nom en anglais + Place dans la liste",
  );
  expect(inFrench("token", { scopes: "read-drafts write-drafts", days: 30 })).toBe(
    "permet : Lire ce que vous écrivez + Créer et modifier des brouillons, jours : 30",
  );
  expect(inFrench("network", { "parent-before": null })).toBe("fait partie de (avant) : –");
});

test("what has no word in the catalogues stands as it was recorded", () => {
  expect(inFrench("zeppelin", { from: "elsewhere", colour: "blue" })).toBe("de : elsewhere, colour : blue");
  expect([auditSubjectName(french, "zeppelin"), auditSubjectName(french, "thread")]).toEqual([
    "zeppelin",
    "Discussion",
  ]);
});
