import { expect, test } from "vitest";
import { nameTreaties } from "~/domain/vocabularies/name-treaties";

test("a treaty has the acronym of the reader's language; other words in capitals stay", () => {
  expect(nameTreaties("UDHR 1, 2; ICCPR 2; ICESCR 3", "fr")).toBe("DUDH 1, 2; PIDCP 2; PIDESC 3");
  expect(nameTreaties("CRC 28, CEDAW 10", "fr")).toBe("CIDE 28, CEDEF 10");
  expect(nameTreaties("CRC 28, CEDAW 10", "es")).toBe("CDN 28, CEDAW 10");
  expect(nameTreaties("UDHR 25; UN M49 150", "en")).toBe("UDHR 25; UN M49 150");
  expect(nameTreaties("ISO 3166-1 AUT, LGBTI persons, constructor", "es")).toBe(
    "ISO 3166-1 AUT, LGBTI persons, constructor",
  );
});
