import { type ApiSite, bothAddressesOf } from "./api-site";

/** 301 to where a provision stands now; the parameters go along. */
export function movedTo(request: Request, site: ApiSite, provisionId: string): Response {
  const { api_url } = bothAddressesOf(site, { id: provisionId, kind: "provision" });
  return new Response(null, {
    status: 301,
    headers: {
      Location: api_url + new URL(request.url).search,
      "Cache-Control": "public, max-age=60",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
