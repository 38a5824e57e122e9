import { foldWord } from "./fold";

/** Words in which questions are put, and which say little of what is asked about. */
const lists: Record<string, string> = {
  en: `article articles available concerned concerning describe discuss especially example examples explain find form general generally get
    give given important interested involve involved kind kinds know list lists looking made make making means method methods need needed
    needs particular please possibilities possible present problem problems regard related relation seeking show tell technique techniques
    types use used user uses using various want wanted`,
  fr: `connaitre decrire donner exemple exemples existe existent expliquer faut information informations moyen moyens possible savoir
    trouver utiliser veux voudrais`,
  es: `conocer describir ejemplo ejemplos existe existen explicar hace hacer informacion necesito posible puede pueden quiero saber`,
  de: `beispiel beispiele beschreiben erklaren finden geben gibt informationen mochte moglich suche wissen`,
};
const sets = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/).map(foldWord))]),
);

export function isQuestionWord(surface: string, language: string): boolean {
  return sets.get(language)?.has(surface) ?? false;
}
