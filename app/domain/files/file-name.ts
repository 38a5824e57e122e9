const longest = 120;

/** A name as it can be shown and saved anywhere: without folders, control signs and what turns the direction of writing. */
export function cleanFileName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .trim()
    .replace(/^\.+/, "");
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? "";
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, longest - ending.length).join("");
  return stem + ending || "file";
}

/** The header by which a browser saves a file under its name; a name cannot end the header or add to it (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
