import "./enhance/enhance";

// Pages that are read carry no Remix context and stay as the server wrote them; pages that are worked in hydrate.
if ("__remixContext" in window) {
  void import("./enhance/hydrate");
}
