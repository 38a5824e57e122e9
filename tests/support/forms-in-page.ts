/** A field of a form, as a browser would send it. */
export interface FormField {
  name: string;
  kind: "hidden" | "text" | "secret" | "choice" | "file";
  /** What it holds when the page opens. */
  values: string[];
  /** Of a choice: what it may hold. */
  choices: string[];
}

export interface PageForm {
  /** What its field `form` says; empty: it has none. */
  name: string;
  /** Where it is sent. */
  path: string;
  fields: FormField[];
}

/** What a browser shows of a text in HTML. */
export const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? unescaped(found[1] ?? "") : undefined;
};

/** The forms of a page that change something, in their order. */
export function formsInPage(html: string, address: string): PageForm[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([source]) => {
    const [tag = ""] = /^<form\b[^>]*>/.exec(source) ?? [];
    if (attribute(tag, "method")?.toLowerCase() !== "post") return [];
    const fields = new Map<string, FormField>();
    for (const field of fieldsIn(source)) {
      const known = fields.get(field.name);
      if (!known) fields.set(field.name, field);
      else {
        known.values.push(...field.values);
        known.choices.push(...field.choices);
      }
    }
    const name = fields.get("form")?.values[0] ?? "";
    fields.delete("form");
    const path = attribute(tag, "action") ?? address;
    return [{ name, path, fields: [...fields.values()] }];
  });
}

function fieldsIn(source: string): FormField[] {
  const tags = source.matchAll(
    /<input\b[^>]*>|<button\b[^>]*>|<textarea\b[^>]*>[^<]*|<select\b[^>]*>[\s\S]*?<\/select>/g,
  );
  return [...tags].flatMap(([tag]): FormField[] => {
    const name = attribute(tag, "name");
    if (!name) return [];
    const value = attribute(tag, "value") ?? "";
    if (tag.startsWith("<textarea")) {
      const text = unescaped(tag.replace(/^<textarea\b[^>]*>\n?/, ""));
      const kind = attribute(/^<textarea\b[^>]*>/.exec(tag)?.[0] ?? "", "hidden") === undefined ? "text" : "hidden";
      return [{ name, kind, values: [text], choices: [] }];
    }
    if (tag.startsWith("<select")) {
      const options = [...tag.matchAll(/<option\b[^>]*>/g)].map(([option]) => ({
        value: attribute(option, "value") ?? "",
        isChosen: attribute(option, "selected") !== undefined,
      }));
      const chosen = options.find(({ isChosen }) => isChosen) ?? options[0];
      return [{ name, kind: "choice", values: chosen ? [chosen.value] : [], choices: options.map((one) => one.value) }];
    }
    const type = tag.startsWith("<button") ? "hidden" : (attribute(tag, "type") ?? "text");
    if (type === "checkbox" || type === "radio") {
      const isChosen = attribute(tag, "checked") !== undefined;
      return [{ name, kind: "choice", values: isChosen ? [value || "on"] : [], choices: [value || "on"] }];
    }
    if (type === "file") return [{ name, kind: "file", values: [], choices: [] }];
    const kind = type === "hidden" ? "hidden" : type === "password" || name === "code" ? "secret" : "text";
    return [{ name, kind, values: [value], choices: [] }];
  });
}

/** What stands in the fields of a page, as a browser would show it. */
export function valuesInPage(page: string): Set<string> {
  const inputs = [...page.matchAll(/<input[^>]* value="([^"]*)"/g)].map(([, value = ""]) => value);
  // The first line break of a text area is none of its text.
  const areas = [...page.matchAll(/<textarea[^>]*>\n?([^<]*)<\/textarea>/g)].map(([, text = ""]) => text);
  return new Set([...inputs, ...areas].map((value) => unescaped(value).replaceAll("\r\n", "\n")));
}
