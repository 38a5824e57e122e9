// The words by which the parts of a document are known, in English, French, Spanish, Portuguese, German, Italian and Dutch.

import { startsWithOperative, startsWithRecital } from "./opening-words";

const WE = "(?:we|nous|nosotr[oa]s(?: y nosotr[oa]s)?|nós|wir|noi|wij)";
const BODIES = `general assembly|human rights council|participants?|mayors?|assembl[ée]e|assembly|asamblea|conseil|council|consejo|congress
|congrès|congreso|committee|commission|participantes|maires|alcaldes|alcaldesas|parties|members|member states|teilnehmenden|teilnehmer
|unterzeichnenden|mitglieder|conselho|assembleia|congresso|municípios|prefeit[oa]s|consiglio|sindaci|partecipanti|deelnemers|raad`;
const OPENING = new RegExp(
  `^${WE}\\s*,|^${WE}\\s+(?:the|les|la|le|los|las|el|os|as|die|i|le|gli|de)\\s|^(?:the|les?|la|l[’']|los|las|el|os|as|o|a|die|der|il|i|de)\\s?(?:${BODIES.replaceAll("\n", "")})(?!\\p{L})`,
  "iu",
);

const SOME_BODY = /^(?:the|les?|la|l[’']|el|los|las|os?|as?|die|der|das|il|i|gli|de|het)\s?\p{L}[^.;:!?]{2,400}[,:]$/iu;

/** `We, the participants of …,`, `The General Assembly,`, `Nous, les participants …,` */
export function isOpening(text: string): boolean {
  if (text.length > 600 || !OPENING.test(text) || !/(?:[,:]|[^.;!?])$/u.test(text) || startsWithOperative(text))
    return false;
  return !/:$/u.test(text) || !ASKS.test(text);
}

/** `The Working Group on Streets,` with a recital below it: any body may speak. */
export function opensPreamble(text: string, below: string | undefined): boolean {
  return isOpening(text) || (SOME_BODY.test(text) && below !== undefined && startsWithRecital(below));
}

// `The participants recommend that cities:` says already what it asks for.
const ASKS =
  /(?<!\p{L})(?:recommend(?:s|ed)?|agreed?|agrees|urged?|urges|call(?:s|ed)? (?:up)?on|encourage[sd]?|invite[sd]?|recommand(?:e|ent|ons|aient)|conviennent|convenons|appel(?:le|lent|ons)|invitent|encouragent|recomiend(?:a|an)|recomendaron|acuerdan|acordaron|instan|invitan|exhortan|empfehlen|empfehlt|fordern|appellieren|bitten|recomendam|exortam|convidam|raccomandano|invitano|bevelen)(?!\p{L})/iu;

const ARTICLE =
  /^(art(?:icle|ículo|iculo|igo|ikel)?\.?\s+(premier|première|primero|primera|\d{1,3}(?:bis|ter)?|[ivxlc]{1,7})(?:er|º|°)?)(?![\p{L}\d])(?:\s*$|\s*[.:–—-]+\s*|(?<=[º°])\s+)/iu;
const NAMED_RECOMMENDATION =
  /^((?:recommendation|recommandation|recomendaci[oó]n|recomendação|raccomandazione|empfehlung|aanbeveling|commitment|engagement|compromiso|compromisso|impegno|verpflichtung)\s+(?:n[°ºo]\.?\s?|no\.?\s?|#)?(\d{1,3}))\s*(?:[.:–—-]+\s*|$)/iu;
/** `R1`, `Rec. 1`, as labels of a list print it. */
const SHORT_RECOMMENDATION = /^R(?:ec)?[.\s-]{0,2}(\d{1,3})$/iu;

/** `Article 5: Housing` → label, number and the words behind. */
export function articleOf(text: string): { label: string; number: string; rest: string } | null {
  const match = ARTICLE.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const number = /^(?:premi|primer)/iu.test(match[2]) ? "1" : match[2].toLowerCase();
  return { label: match[1], number, rest: text.slice(match[0].length) };
}

export function namedRecommendationOf(text: string): { label: string; number: string; rest: string } | null {
  const match = NAMED_RECOMMENDATION.exec(text);
  return match?.[1] && match[2] ? { label: match[1], number: match[2], rest: text.slice(match[0].length) } : null;
}

/** The number that the label of a recommendation prints, in words or short. */
export function recommendationNumber(label: string): string | null {
  return namedRecommendationOf(label)?.number ?? SHORT_RECOMMENDATION.exec(label)?.[1] ?? null;
}

export function looksLikeArticle(text: string): boolean {
  return ARTICLE.test(text) || NAMED_RECOMMENDATION.test(text);
}

export type SectionRole =
  | "recommendations"
  | "objectives"
  | "outcomes"
  | "questions"
  | "references"
  | "participants"
  | "preamble"
  | "operative";

const ROLES: [SectionRole, RegExp][] = [
  [
    "participants",
    /^(?:signed by|signé par|firman|firmado por|assinado por|firmato da|ondertekend door)\b|\b(?:participants|participantes|teilnehmende|teilnehmer|partecipanti|deelnemers|signator(?:y|ies)|signataires|firmantes|signatários|unterzeichner|firmatari)\b/iu,
  ],
  [
    "references",
    /\b(?:further reading|references|bibliograph(?:y|ie)|bibliografía|referencias|références|lectures?|lecturas|pour en savoir plus|pour aller plus loin|para saber más|sources|leituras)\b/iu,
  ],
  [
    "recommendations",
    /\b(?:recommendations?|roadmap|recommandations?|recomendaciones|recomendação|recomendações|feuille de route|hoja de ruta|empfehlungen|raccomandazioni|aanbevelingen)(?!\p{L})/iu,
  ],
  ["questions", /(?<!\p{L})(?:questions?|preguntas?|perguntas|leitfragen|fragen|domande)(?!\p{L})/iu],
  [
    "outcomes",
    /(?<!\p{L})(?:outcomes?(?! document)|expected results|results|résultats(?! de la)|resultados|risultati attesi|erwartete ergebnisse)(?!\p{L})/iu,
  ],
  [
    "objectives",
    /(?<!\p{L})(?:objectives?|goals?|aims?|objectifs?|buts?|objetivos?|metas?|ziele|obiettivi|doelen|doelstellingen)(?!\p{L})/iu,
  ],
  [
    "preamble",
    /^(?:preamble|préambule|preámbulo|preâmbulo|präambel|preambolo|preambule|considérants|considerandos)$/iu,
  ],
];

/** What a heading, or a phrase that introduces a list, makes of the items below it. */
export function roleOf(words: string, isPhrase = false): SectionRole | null {
  const text = isPhrase ? (/([^.!?]*)$/u.exec(words)?.[1] ?? words) : words;
  if (
    /sustainable development goals?|objectifs de développement durable|objetivos de desarrollo sostenible/iu.test(text)
  )
    return null;
  const role =
    ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? (isPhrase && ASKS.test(text) ? "recommendations" : null);
  return isPhrase && (role === "participants" || role === "references" || role === "preamble") ? null : role;
}

const HEADING_WORDS =
  /^(?:preamble|introduction|background|context|findings|rationale|recommendations|conclusions?|closing|annex(?:es)?|appendix|contacts?|programme|agenda|acknowledgements?|outputs|(?:expected |intended )?(?:outcomes|results)|(?:general |specific )?objectives|(?:guiding |discussion )?questions|bibliographie|selected bibliography|sources|(?:pour aller plus loin|lectures complémentaires|lecturas(?: recomendadas| complementarias)?|para saber más)|further reading|references|bibliography|(?:list of )?participants|summary|executive summary|methodology|objectives|outcomes|key questions|next steps|way forward|target groups|préambule|contexte|recommandations|annexes?|références|bibliographie|(?:liste des )?participants|résumé|objectifs|résultats attendus|questions clés|preámbulo|introducción|contexto|antecedentes|recomendaciones|conclusión|conclusiones|anexos?|referencias|bibliografía|(?:lista de )?participantes|resumen|objetivos|resultados esperados|preguntas clave|próximos pasos|(?:les )?prochaines étapes|suites à donner|suivi|seguimiento|follow[- ]up|próximos passos|nächste schritte|prossimi passi|volgende stappen|recommendations to [\p{L} ]{3,60}|signed by|signé par|firmado por|assinado por|signator(?:y|ies)|(?:liste des )?signataires|firmantes|signatários|conclusão|conclusões|recomendações|introdução|contexto e justificação|anexos|einleitung|hintergrund|empfehlungen|schlussfolgerungen|anhang|ergebnisse|ziele|teilnehmende|literatur|introduzione|raccomandazioni|conclusioni|allegat[oi]|inleiding|aanbevelingen|conclusies|bijlagen?|key messages|main findings|lessons learned|principal findings|the way forward|call to action|thanks|remerciements|agradecimientos|messages clés|mensajes clave|principaux constats|principales hallazgos|justificación|objetivos? (?:general(?:es)?|específicos?)|objectifs? (?:généra(?:l|ux)|spécifiques?)|preguntas orientadoras|perguntas orientadoras|questions directrices|metodología|méthodologie|metodologia|marco general|cadre général|constats)\s*:?$/iu;

const NUMBERED_PART =
  /^(?:principles?|principes?|principios?|parte?|partie|chapter|chapitre|capítulo|title|titre|título|pillar|pilier|pilar)\s+(?:[ivx]{1,5}|\d{1,2})\s*(?:[:.–—-]\s*[\p{Lu}“"«¿¡].{0,100}[^.;,]|)$/iu;
const NUMBERED_ANNEX =
  /^(?:annexe?|anexo|anhang|appendix|apéndice)\s+(?:[ivx]{1,5}|\d{1,2}|[a-z])(?:\s*[:.–—-]\s*|$)/iu;

/** `Recommendations`, `Annex II`, `Annex I: List of participants`, `Principle 2: Equality` */
export function isHeadingWord(text: string): boolean {
  const rest = text.replace(NUMBERED_ANNEX, "");
  return (rest === "" && text !== "") || HEADING_WORDS.test(rest) || NUMBERED_PART.test(text);
}
