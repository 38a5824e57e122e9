import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";

/** What the search field offers as one types. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const language = readLanguage(request);
  const t = translator(language);
  const suggestions = await context.services.search.suggest(typed, { language, limit: 8 });
  return Response.json(
    {
      suggestions: suggestions.map(({ title, kind, url }) => ({
        title: title.map(({ text }) => text).join(""),
        kind: t(`kind.${kind}`),
        url,
      })),
    },
    { headers: { "Cache-Control": "private, max-age=60" } },
  );
}
