import { beforeEach, describe, expect, test } from "vitest";
import { textLanguage } from "~search/analysis/text-language";
import { createSqliteEngine, type SqliteSearchEngine } from "~search/sqlite/engine.server";
import { aQuery } from "../../contracts/search-engine";
import { anEntry } from "../../contracts/search-entries";
import { tempDatabase } from "../../support/temp";

/** A sentence in each language, a word of it, and where the language bends words another form of one. */
const sentences: [language: string, text: string, word: string, form: string | null][] = [
  ["en", "The city built houses for families that had none.", "houses", "house"],
  ["fr", "La ville a construit des logements pour les familles qui n’en avaient pas.", "logements", "logement"],
  ["es", "La ciudad construyó viviendas para las familias que no tenían ninguna.", "viviendas", "vivienda"],
  ["de", "Die Stadt baute Wohnungen für die Familien, die keine hatten.", "Wohnungen", "Wohnung"],
  ["pt", "A cidade construiu habitações para as famílias que não as tinham.", "habitações", "habitação"],
  ["it", "La città ha costruito abitazioni per le famiglie che non le avevano.", "abitazioni", "abitazione"],
  ["nl", "De stad bouwde woningen voor de gezinnen die er geen hadden.", "woningen", "woning"],
  ["ru", "Город построил квартиры для семей, у которых их не было.", "квартиры", "квартира"],
  ["ar", "بنت المدينة مساكن للعائلات التي ليس لها مأوى", "المدينة", "مدينة"],
  ["tr", "Şehir, evi olmayan aileler için konutlar yaptı ve bu çok iyi oldu.", "konutlar", "konut"],
  ["zh", "城市为没有住房的家庭建造了公寓。", "公寓", null],
  ["ja", "市は住宅のない家族のためにアパートを建てました。", "住宅", null],
  ["ko", "시는 집이 없는 가족을 위해 아파트를 지었다.", "아파트", null],
  ["th", "เมืองสร้างที่อยู่อาศัยให้แก่ครอบครัวที่ไม่มีบ้าน", "ครอบครัว", null],
];

describe("an index of fourteen languages", () => {
  let engine: SqliteSearchEngine;
  beforeEach(async () => {
    engine = createSqliteEngine(await tempDatabase());
    await engine.rebuild(
      sentences.map(([language, text]) => anEntry({ id: language, language, title: language, text })),
    );
  });
  const first = async (text: string) => (await engine.search(aQuery({ text }))).hits[0]?.id;

  test.each(sentences)("%s: a word of the text", async (language, _, word) => {
    expect(await first(word)).toBe(language);
  });
  test.each(sentences.filter(([, , , form]) => form !== null))(
    "%s: another form of it",
    async (language, _, __, form) => {
      expect(await first(`${form} `)).toBe(language);
    },
  );
  test.each(sentences)("%s: the whole sentence, read as what it is", async (language, text) => {
    expect(await first(text)).toBe(language);
    expect(textLanguage(text)).toBe(language);
  });
});
