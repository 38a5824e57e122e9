import { describe, expect, test } from "vitest";
import { keepTogether } from "~/i18n/french-spaces";
import { translator } from "~/i18n/translate";

describe("in French", () => {
  test("no line begins with a sign, and none ends with an opening one", () => {
    expect(keepTogether("Qui ? « Nous » : tous ; oui !")).toBe(
      "Qui\u202f? «\u00a0Nous\u00a0»\u00a0: tous\u202f; oui\u202f!",
    );
  });

  test("a number stays with its unit, an address and a time as they are", () => {
    expect(keepTogether("20 Mo au plus, 5 % de {{km}} km")).toBe("20\u00a0Mo au plus, 5\u00a0% de {{km}}\u00a0km");
    expect(keepTogether("https://a.example/?q=1 à 7:00")).toBe("https://a.example/?q=1 à 7:00");
  });

  test("every text of the interface is written so; those of other languages are left alone", () => {
    expect(translator("fr")("find.nothing", { text: "logement" })).toContain("«\u00a0logement\u00a0»");
    expect(translator("fr")("site.colon")).toBe("\u00a0:");
    expect(translator("es")("find.nothing", { text: "vivienda" })).not.toContain("\u00a0");
  });
});
