// The words with which recitals and recommendations open, in English, French, Spanish, Portuguese, German, Italian and Dutch.

import {
  DECIDING_WORDS,
  isResolvedClause,
  NO_OPENING_VERB,
  PARTICIPLES,
  recitalPhrase,
  SUBJECTS,
} from "./opening-phrases";

const RECITAL_WORDS = new Set(
  `aware conscious convinced concerned determined mindful alarmed inspired guided committed encouraged persuaded resolved
  whereas deeply gravely fully profoundly firmly strongly seriously keenly
  conscient conscients consciente conscientes convaincu convaincus convaincue convaincues préoccupé préoccupés préoccupée
  préoccupées soucieux soucieuse soucieuses déterminé déterminés déterminée déterminées résolu résolus résolue résolues
  inspiré inspirés guidé guidés alarmé alarmés encouragé encouragés attendu vu profondément gravement pleinement vivement
  fermement
  convencido convencidos convencida convencidas preocupado preocupados preocupada preocupadas decidido decididos decidida
  decididas resuelto resueltos resuelta resueltas inspirado inspirados guiado guiados alarmado alarmados alentado alentados
  visto profundamente gravemente plenamente firmemente ciente cientes determinados determinadas
  eingedenk überzeugt entschlossen besorgt bewusst`.split(/\s+/u),
);
const NO_GERUND = new Set(
  `during according regarding concerning including something anything everything nothing king building housing being
  training monitoring funding planning pending meeting morning evening spring thing string ring bring sing
  pendant durant avant enfant enfants migrants habitant habitants participants participant suivant suivants dont tant autant quant
  maintenant important importants importante cependant avants constituent
  cuando donde mando segundo mundo grande blando fondo siendo`.split(/\s+/u),
);
const ADVERBS = new Set(
  `also further deeply gravely fully profoundly firmly strongly seriously keenly again likewise solemnly hereby therefore
  aussi également profondément gravement pleinement vivement fermement solennellement
  también asimismo profundamente gravemente plenamente firmemente solemnemente además`.split(/\s+/u),
);
const OPERATIVE_WORDS = new Set(
  `encourage encourages call calls urge urges ask asks invite invites recommend recommends agree agrees declare declares adopt adopts
  commit commits resolve resolves decide decides affirm affirms reaffirm reaffirms pledge pledges request requests
  welcome welcomes express expresses emphasize emphasizes emphasise emphasises stress stresses recognize recognizes recognise
  recognises note notes take takes acknowledge acknowledges proclaim proclaims hereby therefore appeal appeals endorse
  endorses reiterate reiterates strongly solemnly propose proposes advise advises reminds remind condemn condemns
  engageons encourageons encourage encouragent appelons appelle appellent exhortons exhorte exhortent invitons invite invitent
  recommandons recommande recommandent convenons conviennent convient déclarons déclare déclarent adoptons adopte adoptent
  décidons décide décident affirmons affirme affirment réaffirmons réaffirme demandons demande demandent prions prie prient
  soulignons souligne soulignent reconnaissons reconnaît saluons salue saluent proclamons proposons nous
  alentamos alienta alientan animamos anima animan exhortamos exhorta exhortan invitamos invita invitan recomendamos
  recomienda recomiendan declaramos declara declaran acordamos acuerda acuerdan adoptamos adopta adoptan decidimos decide
  deciden nos instamos insta instan pedimos pide piden llamamos hacemos afirmamos afirma reafirmamos reafirma proclamamos
  solicitamos solicita proponemos acoge destaca subraya expresa
  encorajamos incentivamos apelamos exortamos convidamos recomendamos declaramos decidimos
  ermutigen rufen fordern empfehlen beschließen erklären verpflichten laden`.split(/\s+/u),
);
/** Words with which a sentence begins whose first word is no verb. */
const NO_VERB = new Set(
  `the a an all any each every some no this that these those it its they their there we our us you he she in on at for from
  to of with without by as if when where while and or but not local national regional international human cities city
  governments government states municipalities member parties public civil social
  le la les l un une des du de d et ou tous toutes chaque ce ces cette il elle ils elles nous notre nos leur leurs dans pour
  par avec sur en au aux que qui gouvernements villes
  el lo los las una unos unas y o todos todas cada este esta estos estas su sus nuestro en para por con sin sobre que
  gobiernos ciudades der die das ein eine alle und oder wir ${NO_OPENING_VERB}`.split(/\s+/u),
);
const LONG_OPENINGS =
  /^((?:bearing|keeping|having) (?:also )?in mind|taking (?:also |further )?(?:into account|into consideration|note)|having (?:regard|considered|adopted|examined|received|heard|met|noted)|(?:deeply|gravely|fully|profoundly|firmly|strongly|seriously|further|also) (?:\p{L}+ing|aware|conscious|convinced|concerned|alarmed|committed|disturbed|mindful)|(?:\p{L}+ing|aware|convinced|concerned) (?:also|further)(?= )|calls? (?:up)?on|takes? note|ayant (?:à l[’']esprit|présent à l[’']esprit)|tenant compte|prenant (?:note|en compte)|gardant à l[’']esprit|(?:profondément|gravement|pleinement|vivement|fermement) \p{L}+|rappelant (?:aussi|également)|prend note|teniendo (?:presente|en cuenta)|tomando (?:nota|en cuenta)|(?:profundamente|gravemente|plenamente|firmemente) \p{L}+|recordando también|toma nota)(?=[\s,;:]|$)/iu;

export function firstWord(text: string): string {
  return /^[\p{L}’'-]+/u.exec(text)?.[0].toLowerCase() ?? "";
}

/** `recalling that …`, `conscients de …`, `teniendo en cuenta …` */
export function startsWithRecital(text: string): boolean {
  const word = firstWord(text);
  if (RECITAL_WORDS.has(word) || PARTICIPLES.has(word) || recitalPhrase(text) !== null) return true;
  if (ADVERBS.has(word)) return startsWithRecital(text.slice(word.length).trim());
  if (NO_GERUND.has(word) || word.length < 5) return false;
  return /(?:ing|ants?|antes?|ando|endo|indo)$/u.test(word) && word !== "gobernantes" && !NO_VERB.has(word);
}

/** `encourage local governments to`, `Calls upon …`, `exhortamos a …` */
export function startsWithOperative(text: string): boolean {
  const word = firstWord(text);
  if (ADVERBS.has(word)) return startsWithOperative(text.slice(word.length).trim());
  if (isResolvedClause(text)) return true;
  if (SUBJECTS.has(word)) {
    return (
      decides(firstWord(text.slice(word.length).trim())) ||
      /^nous engage|^nos comprom|^se (?:félicit|comprom)/iu.test(text)
    );
  }
  return decides(word);
}

function decides(word: string): boolean {
  return OPERATIVE_WORDS.has(word) || DECIDING_WORDS.has(word);
}

export function startsWithVerb(text: string): boolean {
  return startsWithRecital(text) || startsWithOperative(text);
}

/**
 * The opening verb as printed, in lower case. `strict`: only a word that is known as a verb (for list items and the like);
 * otherwise the first word of a recital or recommendation counts, unless it cannot be one.
 */
export function openingVerb(text: string, emphasised: string | null, strict: boolean): string | null {
  if (!strict && emphasised && text.startsWith(emphasised) && emphasised.split(/\s+/u).length <= 4) {
    // `**Adopt charters.** Cities …` is a heading in the line, and only its first word the verb.
    if (isTopic(text, emphasised))
      return openingVerb(text.slice(emphasised.length).replace(/^[\s.:–—-]+/u, ""), null, strict);
    const isHeading = /[.:]$/u.test(emphasised) && emphasised.includes(" ");
    if (!isHeading && !NO_VERB.has(firstWord(emphasised))) return emphasised.toLowerCase().replace(/[,;:.]+$/u, "");
  }
  const long = LONG_OPENINGS.exec(text);
  if (long?.[1]) return long[1].toLowerCase();
  const phrase = recitalPhrase(text);
  if (phrase) return phrase.toLowerCase();
  if (isResolvedClause(text)) return "resolved";
  const word = firstWord(text);
  const behind =
    /^(?:(?:to|we|nous|nosotros|nosotras|nos|nós|wir|noi|wij|ci|se)(?:,? (?:hereby|therefore|solemnly))?|hereby|therefore|solemnly),? (?=\p{L})/iu.exec(
      text,
    )?.[0];
  if (behind) {
    const verb = openingVerb(text.slice(behind.length), null, true);
    if (verb || !/^to /iu.test(text)) return verb;
    // What stands behind `to` is a verb, known or not; but `To county governments:` says to whom.
    const next = firstWord(text.slice(3));
    return ADVERBS.has(next) || NO_VERB.has(next) || /^to [^,;.]{3,60}:$/iu.test(text) ? null : next;
  }
  if (word === "" || NO_VERB.has(word)) return null;
  if (startsWithRecital(text) || startsWithOperative(text)) return word;
  if (/^\p{L}+ of\b/u.test(text) || LAST_VERB.test(text.slice(-40))) return null;
  if (PLAIN_VERBS.has(word) || isInfinitive(text, word)) return word;
  if (/^\p{L}+ (?:de|du|des|del)\b/u.test(text)) return null;
  if (strict || word === text.toLowerCase() || /^\S+ (?:should|shall|must|will|is|are|can|may)\b/u.test(text))
    return null;
  return /^\p{Ll}/u.test(text) || !word.endsWith("s") ? word : null;
}

/** `**Vivienda.** Destinar …`, `**Data**: publish …`: one word that says what it is about. */
function isTopic(text: string, emphasised: string): boolean {
  const marked = /[.:]$/u.test(emphasised) || /^\s?[:–—]/u.test(text.slice(emphasised.length));
  return marked && !emphasised.includes(" ") && !startsWithVerb(emphasised) && !PLAIN_VERBS.has(firstWord(emphasised));
}

/** `Beschwerdestellen einzurichten;`, `… zu beraten.`: German has its verb last. */
const LAST_VERB = /(?:(?<!\p{L})zu \p{Ll}{3,}n|(?<!\p{L})\p{Ll}{2,}zu\p{Ll}{3,}en)[.;,]?$/u;

const NO_INFINITIVE = new Set(
  "entre contre outre notre votre autre maire premier cadre membre titre lugar hogar mujer".split(" "),
);

/** French and Spanish; only where an article follows, for nouns end like this too. */
function isInfinitive(text: string, word: string): boolean {
  if (!/^\p{L}{2,}(?:er|ir|re|ar)$/u.test(word) || NO_INFINITIVE.has(word)) return false;
  const behind = text.slice(word.length, word.length + 20).replaceAll(/[’']/gu, " ");
  return (
    /^ (?:à )?(?:des?|du|de la|une?|les?|la|l|d|leurs?|aux?|las?|los|el|una?|al?|sus?) /u.test(behind) &&
    !/^ de (?!la|l )/u.test(behind)
  );
}

const PLAIN_VERBS = new Set(
  `accelerate achieve act address adopt advance align allocate apply assess assist avoid base build combat communicate
  conduct consider consolidate contribute coordinate create define design develop disseminate draw embed empower enable
  engage enhance ensure establish evaluate exchange expand explore facilitate form foster fulfil fund give guarantee harness
  identify implement improve include incorporate increase inform integrate introduce invest involve join launch link localize
  localise maintain make measure mobilise mobilize monitor participate prevent promote protect provide publicise publicize
  publish raise ratify realise realize recognise recognize reduce refrain respect review safeguard secure seek set share
  showcase state strengthen support audit build collect collaborate compile consult cooperate dedicate deliver eliminate fund
  gather generate grant hold host institutionalise institutionalize lead learn mainstream open organise organize pilot prepare
  reform remove repeal respond scale simplify tackle take uphold train translate undertake update use utilise utilize work
  adopter former garantir renforcer promouvoir protéger respecter mettre créer élaborer intégrer assurer favoriser soutenir
  adoptar formar garantizar fortalecer promover proteger respetar crear elaborar integrar asegurar fomentar apoyar`.split(
    /\s+/u,
  ),
);
