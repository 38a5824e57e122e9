import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const file = join(import.meta.dirname, "..", "..", "..", "shared", "payloads", "xss.txt");

/** What runs in any page that takes it as it is; first of all those that end what they may stand in. */
const own = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "</textarea><img src=x onerror=alert(1)>",
  "--><svg onload=alert(1)>",
  '"><svg/onload=alert(1)>',
  "'><body onload=alert(1)>",
  '" autofocus onfocus=alert(1) x="',
  "<a href=javascript:alert(1) autofocus onfocus=alert(1)>a</a>",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt&colon;alert(1))",
  '![a](x"onerror="alert(1))',
  '[a](https://a.example "onmouseover=alert(1)")',
  '<https://a.example/"onmouseover=alert(1)>',
  "`<img src=x onerror=alert(1)>`",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<form action=javascript:alert(1)><input type=submit autofocus></form>",
  "<object data=javascript:alert(1)></object>",
  "<details open ontoggle=alert(1)>a</details>",
  "{{constructor.constructor('alert(1)')()}}",
  "\u2028</script><script>alert(1)</script>",
];

/** The public lists beside the repository, where they are there, after a short list of our own. */
export const hostileTexts: string[] = [
  ...own,
  ...(existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
    : []),
];
export const hasPayloadLists = existsSync(file);
/** Those that end tags, quotes and comments: for places where each text costs a page. */
export const mostTelling = own;
