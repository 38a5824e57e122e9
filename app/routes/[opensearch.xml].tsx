import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOrigin } from "~/site-origin";

/** Lets a browser offer Polylogue as a search engine. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const origin = siteOrigin(context, request);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Polylogue</ShortName>
  <Description>How cities govern by human rights</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/svg+xml">${origin}/favicon.svg</Image>
  <Url type="text/html" template="${origin}/search?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { "Content-Type": "application/opensearchdescription+xml; charset=utf-8" } },
  );
}
