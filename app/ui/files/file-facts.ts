import type { TFunction } from "i18next";
import type { ContributionFile } from "~/domain/files/file";
import type { Language } from "~/i18n/language";

const kinds: Record<string, string> = {
  "application/pdf": "PDF",
  "text/csv": "CSV",
  "text/plain": "TXT",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
  "application/vnd.oasis.opendocument.text": "ODT",
  "image/webp": "WebP",
};

/** Kind and size of a file, such as `PDF, 1.2 MB`. */
export function fileFacts(
  { mediaType, bytes }: Pick<ContributionFile, "mediaType" | "bytes">,
  t: TFunction,
  language: Language,
): string {
  const large = bytes >= 1_000_000;
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: large ? 1 : 0 });
  const text = large
    ? t("files.megabytes", { size: size.format(bytes / 1_000_000) })
    : t("files.kilobytes", { size: size.format(Math.max(1, bytes / 1_000)) });
  return `${kinds[mediaType] ?? mediaType}, ${text}`;
}
