import PDFDocument from "pdfkit";

interface Certificate {
  /** Of all its words but titles. */
  language: string;
  title: string;
  /** Who it is for, as the properties of the file say it too. */
  name: string;
  orcid: string | null;
  /** Says who they are where the font lacks letters of their name. */
  email: string;
  lead: string;
  lines: string[];
  /** Who says so, and when. */
  foot: string;
}

/** Draws a page that can be printed. The fonts that every reader of PDF has know the letters of western Europe alone. */
export function drawCertificate({
  title,
  language,
  name,
  orcid,
  email,
  lead,
  lines,
  foot,
}: Certificate): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4", margin: 72, info: { Title: title, Subject: name }, lang: language });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const drawn = new Promise<Buffer>((resolve) => pdf.on("end", () => resolve(Buffer.concat(chunks))));
  pdf.font("Times-Bold").fontSize(13).fillColor(rubric).text("Polylogue", { characterSpacing: 2 });
  pdf
    .moveDown(0.5)
    .moveTo(pdf.x, pdf.y)
    .lineTo(pdf.page.width - pdf.x, pdf.y)
    .lineWidth(1)
    .stroke(rubric);
  pdf.moveDown(3).fontSize(26).fillColor("black").text(printable(title));
  pdf
    .moveDown(1)
    .font("Times-Roman")
    .fontSize(20)
    .text(printable(name) || email);
  if (lacksLetters(name) && printable(name)) pdf.fontSize(11).text(email);
  if (orcid) pdf.fontSize(11).text(`ORCID https://orcid.org/${orcid}`, { link: `https://orcid.org/${orcid}` });
  pdf.moveDown(1.5).fontSize(13).text(printable(lead));
  pdf.moveDown(1);
  pdf.fontSize(11).list(lines.map(printable), { bulletRadius: 1.5, bulletIndent: 4, textIndent: 12, paragraphGap: 4 });
  pdf.moveDown(2).fontSize(10).text(printable(foot));
  pdf.end();
  return drawn;
}

/** The red of the pages' rubrics. */
const rubric = "#972b1c";

const known =
  /[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u0152\u0153\u0160\u0161\u017d\u017e\u0178]/;
const plain: Record<string, string> = { ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i", "\u202f": " " };

const lacksLetters = (text: string): boolean => [...text].some((letter) => printable(`.${letter}.`) === "..");

/** Letters that the font lacks lose their marks; those of other scripts are left out. */
const printable = (text: string): string =>
  [...text]
    .map((letter) => {
      if (known.test(letter)) return letter;
      const bare = plain[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, "");
      return [...bare].every((one) => known.test(one)) ? bare : "";
    })
    .join("")
    .trim();
