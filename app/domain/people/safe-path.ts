/** The path to go on to after signing in, if it is one of ours; anything else leads to `otherwise`. */
export function safePath(asked: string | null | undefined, otherwise = "/account"): string {
  // `//host`, `/\host` and what a browser would clean into them lead to another site.
  if (!asked || asked.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes("\\"))
    return otherwise;
  const here = "http://here.invalid";
  if (!URL.canParse(asked, here)) return otherwise;
  const { origin, pathname, search, hash } = new URL(asked, here);
  // `/.//host` becomes `//host`.
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}
