import { z } from "zod";
import { languages } from "~/i18n/language";
import { optionalLine, personName } from "./account-forms";
import { parseOrcid } from "./orcid";

/** BCP 47: languages that people in city networks write to each other in. */
export const writtenLanguages = [
  ..."ar bn ca de el en es eu fa fr gl he hi hr hu id it ja ko ms nl pl pt ro ru sr sv sw th tr uk ur vi zh".split(" "),
];

const codes = z.array(z.string().max(100)).max(60);

export const profileForm = z.object({
  name: personName,
  role: optionalLine(120),
  city: optionalLine(100),
  organisation: optionalLine(100),
  languages: codes.refine((all) => all.every((code) => writtenLanguages.includes(code)), "form.wrong"),
  themes: codes,
  tools: codes,
  orcid: optionalLine(60).transform((typed, context) => {
    const orcid = typed === null ? null : parseOrcid(typed);
    if (orcid !== undefined) return orcid;
    context.addIssue({ code: "custom", message: "form.orcid" });
    return z.NEVER;
  }),
  language: z.enum(languages),
  listed: z.enum(["yes", ""]).transform((value) => value === "yes"),
});

export type Profile = z.output<typeof profileForm>;

/** A profile as a page shows it. */
export interface ShownProfile {
  id: string;
  name: string;
  role: string | null;
  city: { id: string; name: string } | null;
  organisation: { id: string; name: string } | null;
  languages: string[];
  themes: { id: string; name: string }[];
  tools: { id: string; name: string }[];
  orcid: string | null;
  listed: boolean;
}

/** What a profile can be put together of. */
export interface ProfileChoices {
  cities: Choice[];
  organisations: Choice[];
  themes: Choice[];
  tools: Choice[];
}

interface Choice {
  value: string;
  label: string;
}
