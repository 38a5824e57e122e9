import type { LinkView } from "~/domain/links/link";
import type { TermsByVocabulary } from "~/domain/vocabularies/vocabulary";

export interface ToolLine {
  id: string;
  title: string;
  summary: string | null;
  language: string;
  /** How many recommendations it answers, and how many practices and case studies use it. */
  recommendations: number;
  practices: number;
}

export interface ToolPage extends Omit<ToolLine, "recommendations" | "practices"> {
  aliases: string[];
  /** Markdown. */
  whatItIs: string;
  whenToUse: string;
  steps: string[];
  whoDoesIt: string;
  whatItNeeds: string;
  pitfalls: string;
  howToKnow: string;
  furtherReading: { title: string; path: string | null; url: string | null }[];
  terms: TermsByVocabulary;
  /** The recommendations that it answers. */
  answers: LinkView[];
  /** Practices and case studies that use it. */
  usedBy: LinkView[];
  updatedAt: string;
}
