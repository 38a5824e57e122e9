// Openings of several words, or of a form that no rule of grammar tells: `in der Erkenntnis, dass`, `gelet op`, `tenuto conto di`.

const PHRASES = [
  "with a view to|in (?:the )?(?:light|view|recognition) of|on the occasion of",
  "eu égard|compte tenu|au regard|à la lumière|à l[’']occasion|tout en|se (?:fondant|félicitant|référant|réjouissant)|en vue",
  "en vista|a la luz|habida cuenta|en virtud|con motivo|con la convicción|en ocasión",
  "tendo (?:em conta|presente|em vista)|à luz|tomando nota|por ocasião|na convicção|em vista",
  `in (?:der (?:erkenntnis|überzeugung|erwägung|hoffnung|absicht)|dem (?:bewusstsein|wunsch|bestreben|wissen)|anerkennung|anbetracht
   |würdigung|bekräftigung|bestätigung|erinnerung|erwägung|kenntnis|sorge|übereinstimmung|fortführung)
   |im (?:bewusstsein|bestreben|hinblick|wissen|geiste)|unter (?:hinweis|berücksichtigung|bezugnahme|betonung|berufung)
   |mit (?:sorge|besorgnis|bedauern|genugtuung|dank|blick)|gestützt auf|ausgehend von|angesichts
   |(?:ernsthaft|zutiefst|tief) (?:besorgt|überzeugt)`,
  "tenut[oaie] conto|pres[oa] atto|alla luce|nella convinzione|nella consapevolezza|fatto salvo",
  "gelet op|gezien|rekening houdend|zich bewust|in aanmerking nemend|met het oog op|kennis nemend|in het besef",
];
const PHRASE = new RegExp(`^(${PHRASES.join("|").replace(/\n\s*/gu, "")})(?![\\p{L}-])`, "iu");

/** Participles of languages whose endings are those of other words too. */
export const PARTICIPLES = new Set(
  `anerkennend bekräftigend betonend erinnernd feststellend hervorhebend unterstreichend würdigend begrüßend beachtend erwägend
  berücksichtigend bestrebt entschlossen beunruhigt geleitet ermutigt
  consapevole consapevoli convinto convinti convinta convinte preoccupato preoccupati preoccupata preoccupate determinati
  determinate decisi decise ispirati ispirate memori premesso visto visti vista viste considerato atteso
  overwegende overwegend erkennende erkennend herinnerend herinnerende bevestigend bevestigende benadrukkend benadrukkende
  vaststellend vaststellende bezorgd overtuigd indachtig vastbesloten bewust gezien verwijzend verwijzende
  preocupadas convencidas inspiradas alarmadas empenhados empenhadas conscientes cientes motivados motivadas ciosos
  décidés décidées attachés attachées`.split(/\s+/u),
);

/** The words of a recital's opening that is a phrase, as printed, or null. */
export function recitalPhrase(text: string): string | null {
  return PHRASE.exec(text)?.[1]?.trim() ?? null;
}

const RESOLVED =
  /^(?:now,?\s+)?(?:therefore,?\s+)?(?:be\s+it\s+(?:further\s+|finally\s+|also\s+)?)?(resolved|ordained)(?=[\s,:])|^be\s+it\s+(?:further\s+|finally\s+|also\s+)?(resolved|enacted|ordained)(?![\p{L}])|^now,?\s+therefore\b/iu;

/** `NOW, THEREFORE, BE IT RESOLVED, that …`: how councils of many cities decide. */
export function isResolvedClause(text: string): boolean {
  return /^(?:now,?\s+therefore|be\s+it)\b/iu.test(text) && RESOLVED.test(text);
}

/** Verbs and reflexive pairs with which a body decides, in languages where they do not stand in the general list. */
export const DECIDING_WORDS = new Set(
  `agreed decided recommended
  recommandèrent conviennent sollicitons plaidons préconisons
  acordaron recomendaron convienen comprometen demandamos reclamamos manifestamos
  comprometemo-nos comprometem-se acordamos assumimos solicitamos instamos reafirmamos pedimos propomos afirmamos adotamos
  exortam recomendam declaram convidam apelam
  vereinbaren bekennen bitten appellieren unterstützen verpflichten verabschieden bekräftigen kommen
  impegniamo dichiariamo adottiamo invitiamo chiediamo raccomandiamo esortiamo conveniamo concordiamo proclamiamo decidiamo
  dichiarano adottano invitano chiedono raccomandano convengono
  verklaren besluiten roepen komen verbinden bevelen verzoeken spreken nodigen`.split(/\s+/u),
);

/** Words before the verb of a decision: `ci impegniamo`, `we hereby agree`, `die Städte` not. */
export const SUBJECTS = new Set("we nous nos nosotros nosotras nós wir wij noi se ci s'engagent s’engagent".split(" "));

/** Words with which items begin in languages that put the verb last, or behind an article. */
export const NO_OPENING_VERB =
  "einen einem einer eines den dem des im am zum zur für mit von bei in die das der il lo gli i le uno una un het een de os as um uma uns umas";
