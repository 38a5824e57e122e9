import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { PageHandler } from "./pages";

type Routes = ServerBuild["routes"];

/**
 * Remix ranks all routes and compiles their patterns anew for each request, twice. Here each first segment of an address
 * has a handler with the routes that can match below it, and any other address the handler with all of them.
 */
export function createPageHandler(build: ServerBuild): PageHandler {
  const all = createRequestHandler(build, "production");
  const below = new Map<string, PageHandler>();
  for (const id of Object.keys(build.routes)) {
    const segment = segmentOf(build.routes, id);
    if (!isFixed(segment) || below.has(segment)) continue;
    const routes = Object.fromEntries(
      Object.entries(build.routes).filter(([other]) => {
        const its = segmentOf(build.routes, other);
        return its === segment || !isFixed(its);
      }),
    );
    below.set(segment, createRequestHandler(withRoutes(build, routes), "production"));
  }
  return (request, context) => {
    const segment = new URL(request.url).pathname.split("/", 2)[1] ?? "";
    return (below.get(segment) ?? all)(request, context);
  };
}

/** The manifest tells of the same routes: Remix renders a page that hydrates only where it has the module of each. */
function withRoutes(build: ServerBuild, routes: Routes): ServerBuild {
  const told = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in routes));
  return { ...build, routes, assets: { ...build.assets, routes: told } };
}

/** The first segment of a route's path; empty where neither it nor its parents have one, as the root and layouts. */
function segmentOf(routes: Routes, id: string): string {
  const route = routes[id];
  if (!route) return "";
  return (route.parentId && segmentOf(routes, route.parentId)) || (route.path?.split("/", 1)[0] ?? "");
}

/** Neither empty nor a parameter: nothing else begins so. Other spellings, `%73earch` or `Search`, get the handler with all. */
const isFixed = (segment: string) => /^[a-z0-9.-]+$/.test(segment);
