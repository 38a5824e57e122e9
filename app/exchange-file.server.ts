/** A file of practices or case studies to be downloaded. */
export function exchangeFile(name: string, content: string, who: "private" | "public" = "private"): Response {
  const type = name.endsWith(".csv") ? "text/csv" : "application/json";
  return new Response(content, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Robots-Tag": "noindex",
      "Cache-Control": who === "public" ? "public, max-age=60" : "private, no-store",
    },
  });
}
