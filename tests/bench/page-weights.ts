import { gzipSync } from "node:zlib";

const pages = [
  "/",
  "/search?q=housing",
  "/documents/hrgl-2023",
  "/documents/hrgl-2023/recommendation-8",
  "/recommendations",
  "/practices",
  "/practices/douala-participatory-budget",
  "/case-studies/gwangju-cooperative-human-rights-city",
  "/tools/human-rights-budgeting",
  "/cities",
  "/cities/gwangju",
  "/networks",
  "/about",
];

/** What a first visit to each page costs, gzipped, in kB: scripts, and everything that the page asks for. */
export async function measureWeights(origin: string) {
  const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;
  return Promise.all(
    pages.map(async (page) => {
      const html = await (await fetch(origin + page)).text();
      const files = [...html.matchAll(/<(?:script[^>]+src|link[^>]+rel="(?:stylesheet|icon)"[^>]+href)="([^"]+)"/g)];
      let scripts = 0;
      let all = gzipSync(html).length;
      for (const [, path = ""] of files) {
        const { bytes, more } = await weigh(origin, path);
        all += bytes + more;
        if (path.endsWith(".js")) scripts += bytes;
      }
      return { page, scripts_kb: kilobytes(scripts), all_kb: kilobytes(all) };
    }),
  );
}

/** A file as it travels; a style sheet brings the typeface for Latin letters along. */
async function weigh(origin: string, path: string): Promise<{ bytes: number; more: number }> {
  const content = Buffer.from(await (await fetch(origin + path)).arrayBuffer());
  const font = /url\(([^)]*-latin-wght-normal[^)]*\.woff2)\)/.exec(content.toString("utf8"))?.[1];
  return {
    bytes: path.endsWith(".woff2") ? content.length : gzipSync(content).length,
    more: font ? (await weigh(origin, font)).bytes : 0,
  };
}
