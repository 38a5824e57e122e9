import { enhance } from "./enhance/enhance";

// Pages that are read carry no Remix context and stay as the server wrote them; pages that are worked in hydrate first,
// for React must find the page as the server wrote it.
if ("__remixContext" in window) {
  void import("./enhance/hydrate").then(({ hydrate }) => hydrate(enhance));
} else {
  enhance();
}
