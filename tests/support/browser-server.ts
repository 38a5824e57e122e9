import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { polylogue } from "./run-program";
import { startServer } from "./start-server";

/** The source documents beside the repository, with the slug of each. */
export const sourceDocuments = {
  "hrgl-2022-outcome-document.txt": "hrgl-2022",
  "hrgl-2023-outcome-document.txt": "hrgl-2023",
  "hrgl-2024-outcome-document.txt": "hrgl-2024",
  "hrgl-2023-concept-note.txt": "hrgl-2023-concept-note",
  "uclg-ohchr-2019-meeting-report.txt": "uclg-ohchr-2019",
};
const documents = join(import.meta.dirname, "..", "..", "..", "shared", "documents");

/** One built server for all browser tests, on data of its own: the seeds, and the source documents where they are at hand. */
export default async function startForBrowsers(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "polylogue-browser-"));
  await importDocuments(dataDir);
  const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: "warn" });
  server.process.stderr?.pipe(process.stderr);
  server.process.stdout?.pipe(process.stderr);
  process.env.POLYLOGUE_ORIGIN = server.origin;
  process.env.POLYLOGUE_MAIL = join(dataDir, "mail");
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function importDocuments(dataDir: string): Promise<void> {
  const present = Object.entries(sourceDocuments).filter(([file]) => existsSync(join(documents, file)));
  process.env.POLYLOGUE_DOCUMENTS = present.length > 0 ? "imported" : "absent";
  if (present.length === 0) console.log("The source documents are absent: the browser tests run on the seeds alone.");
  for (const [file, slug] of present) {
    const { code, stderr } = await polylogue(["import", join(documents, file), "--slug", slug], { DATA_DIR: dataDir });
    if (code !== 0) throw new Error(`${file} could not be imported:\n${stderr}`);
  }
}
