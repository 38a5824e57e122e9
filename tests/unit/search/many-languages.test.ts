import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { analyseWord } from "~search/analysis/analyse-word";
import { eachWord } from "~search/analysis/words";
import { bareEntry } from "~search/evaluate/judged-collection.server";
import { createPlainFts5 } from "~search/evaluate/plain-fts5.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { aQuery } from "../../contracts/search-engine";
import { tempDatabase } from "../../support/temp";

/** By language: paragraphs on neighbouring matters, and a question in other words for each. */
const questions: Record<string, [paragraph: string, question: string][]> = {
  en: [
    [
      "The harbour town opened two libraries in 2011, and lends books to sailors.",
      "Who may borrow a book from the library?",
    ],
    [
      "The market hall was rebuilt after the fire; traders pay no rent there.",
      "What does a trader pay in the market halls?",
    ],
    ["School meals are cooked by parents, who choose the vegetables.", "Which parent cooks the meal at school?"],
  ],
  es: [
    [
      "La ciudad portuaria abrió dos bibliotecas en 2011 y presta libros a los marineros.",
      "¿Quién puede pedir un libro en la biblioteca?",
    ],
    [
      "El mercado se reconstruyó tras el incendio; los vendedores no pagan alquiler.",
      "¿Qué paga un vendedor en los mercados?",
    ],
    ["Las comidas escolares las cocinan los padres, que eligen las verduras.", "¿Qué padre cocina la comida escolar?"],
  ],
  de: [
    [
      "Die Hafenstadt eröffnete 2011 zwei Büchereien und leiht Seeleuten Bücher.",
      "Wer darf in der Bücherei ein Buch leihen?",
    ],
    [
      "Die Markthalle wurde nach dem Brand neu gebaut; die Händler zahlen keine Miete.",
      "Welche Mieten zahlt ein Händler in den Markthallen?",
    ],
    ["Das Schulessen kochen die Eltern, die auch das Gemüse auswählen.", "Wer wählt für das Schulessen Gemüse aus?"],
  ],
  el: [
    [
      "Η πόλη του λιμανιού άνοιξε δύο βιβλιοθήκες και δανείζει βιβλία στους ναυτικούς.",
      "Ποιος δανείζεται βιβλίο από τη βιβλιοθήκη;",
    ],
    [
      "Η αγορά χτίστηκε ξανά μετά τη φωτιά και οι έμποροι δεν πληρώνουν ενοίκιο.",
      "Τι ενοίκια πληρώνει ο έμπορος στις αγορές;",
    ],
    [
      "Τα γεύματα των σχολείων μαγειρεύονται από γονείς που διαλέγουν τα λαχανικά.",
      "Ποιος γονέας μαγειρεύει το γεύμα στο σχολείο;",
    ],
  ],
  hi: [
    ["बंदरगाह वाले शहर में दो पुस्तकालय खुले और नाविकों को पुस्तकें दी जाती हैं।", "पुस्तकालयों से पुस्तक कौन लेता है?"],
    ["आग के बाद बाज़ार फिर बना और व्यापारी वहाँ किराया नहीं देते।", "बाज़ारों में व्यापारियों का किराया कितना है?"],
    ["विद्यालय का भोजन माता-पिता पकाते हैं और सब्ज़ियाँ चुनते हैं।", "विद्यालयों में सब्ज़ी कौन चुनता है?"],
  ],
  vi: [
    ["Thành phố cảng mở hai thư viện và cho thủy thủ mượn sách.", "Ai được mượn sách ở thư viện?"],
    ["Khu chợ được xây lại sau vụ cháy, người bán không trả tiền thuê.", "Người bán ở chợ trả tiền thuê bao nhiêu?"],
    ["Bữa ăn ở trường do phụ huynh nấu, họ chọn rau.", "Phụ huynh nào nấu bữa ăn ở trường?"],
  ],
  ro: [
    [
      "Orașul portuar a deschis două biblioteci și împrumută cărți marinarilor.",
      "Cine împrumută o carte de la bibliotecă?",
    ],
    [
      "Piața a fost reconstruită după incendiu, iar negustorii nu plătesc chirie.",
      "Ce chirii plătește un negustor în piețe?",
    ],
    ["Mesele școlare sunt gătite de părinți, care aleg legumele.", "Care părinte gătește la școală mesele?"],
  ],
  tr: [
    ["Liman kenti 2011'de iki kütüphane açtı ve denizcilere kitap veriyor.", "Kütüphanelerden kitabı kim alabilir?"],
    ["Pazar yangından sonra yeniden kuruldu; satıcılar kira ödemiyor.", "Satıcının pazarda ödediği kira nedir?"],
    ["Okul yemeklerini sebzeleri de seçen veliler pişiriyor.", "Okulda yemeği hangi veli pişiriyor?"],
  ],
  ru: [
    ["Портовый город открыл две библиотеки и выдаёт книги морякам.", "Кто может взять книгу в библиотеке?"],
    ["Рынок отстроили после пожара, и торговцы не платят за аренду.", "Сколько торговец платит за аренду на рынке?"],
    ["Школьные обеды готовят родители, которые выбирают овощи.", "Кто готовит школьный обед?"],
  ],
  ar: [
    ["افتتحت مدينة الميناء مكتبتين وتعير الكتب للبحارة.", "من يستعير الكتب من مدينة الميناء؟"],
    ["أعيد بناء السوق بعد الحريق ولا يدفع التجار الإيجار.", "كم يدفع التجار من إيجار في السوق؟"],
    ["يطبخ الآباء وجبات المدرسة ويختارون الخضروات.", "من يختار خضروات المدرسة؟"],
  ],
  th: [
    ["เมืองท่าเปิดห้องสมุดสองแห่งและให้กะลาสียืมหนังสือ", "ใครยืมหนังสือจากห้องสมุดได้"],
    ["ตลาดสร้างใหม่หลังไฟไหม้ และพ่อค้าไม่ต้องจ่ายค่าเช่า", "พ่อค้าในตลาดจ่ายค่าเช่าเท่าไร"],
    ["ผู้ปกครองทำอาหารโรงเรียนและเลือกผัก", "ใครเลือกผักในอาหารโรงเรียน"],
  ],
  zh: [
    ["港口城市开设了两座图书馆,把书借给水手。", "谁可以向图书馆借书?"],
    ["火灾之后重建了市场,商人不付租金。", "商人在市场付多少租金?"],
    ["学校的午餐由家长烹饪,蔬菜也由他们挑选。", "学校午餐的蔬菜由谁挑选?"],
  ],
  ko: [
    ["항구 도시는 도서관을 두 곳 열었고 선원에게 책을 빌려준다.", "도서관에서 책은 누가 빌리는가?"],
    ["시장은 화재 뒤에 다시 지었고 상인은 임대료를 내지 않는다.", "시장의 상인이 내는 임대료는 얼마인가?"],
    ["학교의 급식은 부모가 만들고 채소를 고른다.", "학교에서 채소는 누가 고르는가?"],
  ],
};

test("thirteen languages in one index: a question finds its paragraph, where plain FTS5 misses many", async () => {
  const entries = Object.entries(questions).flatMap(([language, pairs]) =>
    pairs.map(([text], number) => bareEntry(`${language}-${number}`, "", text, language)),
  );
  const engine = createSqliteEngine(await tempDatabase());
  await engine.rebuild(entries);
  const plain = createPlainFts5(new SQLite(":memory:"), entries);
  const missed: string[] = [];
  let missedByPlain = 0;
  for (const [language, pairs] of Object.entries(questions)) {
    for (const [number, [, question]] of pairs.entries()) {
      const { hits } = await engine.search(aQuery({ text: question }));
      if (hits[0]?.id !== `${language}-${number}`) missed.push(question);
      if (plain.ids(question, 1)[0] !== `${language}-${number}`) missedByPlain += 1;
    }
  }
  expect(missed).toEqual([]);
  expect(missedByPlain).toBeGreaterThanOrEqual(8);
});

test.each([
  ["el", "βιβλιοθήκη", "βιβλιοθήκες"],
  ["el", "ΔΙΚΑΙΩΜΑΤΑ", "δικαιωμάτων"],
  ["el", "δήμος", "δήμους"],
  ["hi", "बच्चे", "बच्चों"],
  ["hi", "लड़की", "लड़कियाँ"],
  ["ko", "학교를", "학교에서"],
  ["ro", "orașele", "orașul"],
  ["tr", "IŞIK", "ışık"],
  ["ru", "школами", "школа"],
])("%s: %s and %s share a stem", (language, one, other) => {
  expect(analyseWord(one, language).stem).toBe(analyseWord(other, language).stem);
});

test("Vietnamese words differ by their tones, and are found without them", async () => {
  expect(analyseWord("trường", "vi").stem).not.toBe(analyseWord("trưởng", "vi").stem);
  const engine = createSqliteEngine(await tempDatabase());
  const texts = ["Hiệu trưởng nói về trưởng thôn.", "Nhà trường mở cửa."];
  await engine.rebuild(texts.map((text, number) => bareEntry(`${number}`, "", text, "vi")));
  const ids = async (text: string) => (await engine.search(aQuery({ text }))).hits.map((hit) => hit.id);
  expect((await ids("trường ở đâu "))[0]).toBe("1");
  expect((await ids("truong ")).sort()).toEqual(["0", "1"]);
});

test("marks that carry vowels and tones do not cut words", () => {
  const words: string[] = [];
  eachWord("विद्यालयों में Thành phố", (word) => words.push(word));
  expect(words).toEqual(["विद्यालयों", "में", "Thành", "phố"]);
});

test.each([
  ["de", "forms that the stemmer does not join", "Die Verwaltungen zogen um", "verwaltete "],
  ["de", "an unknown compound by its parts", "Der Friedhof am Hang wurde erweitert", "Friedhofsbetreuungsskript "],
  ["zh", "a word that is cut otherwise", "市档案馆今天开放", "档案 "],
  ["ro", "commas below", "Populația a crescut", "populațiilor "],
  ["ar", "“and the”", "زارت الوفود المدينة", "والمدينة "],
  ["hi", "a dot that is left out", "बाज़ार फिर बना", "बाजारों "],
])("%s: %s", async (language, _, text, asked) => {
  const engine = createSqliteEngine(await tempDatabase());
  await engine.rebuild([bareEntry("meant", "", text, language), bareEntry("other", "", "12345 67890", language)]);
  const { hits, corrections } = await engine.search(aQuery({ text: asked, language }));
  expect({ found: hits.map(({ id }) => id), corrections }).toEqual({ found: ["meant"], corrections: [] });
});
