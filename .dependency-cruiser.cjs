// What may import what. `npm run imports` checks it; tests/integration/import-rules.test.ts proves that each rule bites.
const typeOnly = { dependencyTypesNot: ["type-only"] };
const ours = "^(app|db|search|seeds|server|cli|tests)/";

/** `from` may import nothing of ours but what `may` lists. */
const layer = (name, comment, from, may, more = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: ours, pathNot: may, ...more },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    layer("db-alone", "db knows nothing of ours.", "^db/", ["^db/"]),
    layer("migrations-alone", "A migration stands for itself for ever.", "^db/migrations/", []),
    layer("search-on-db", "search knows db alone.", "^search/", ["^(search|db)/"]),
    layer("domain-below-pages", "domain knows db and its own rooms, and the search port.", "^app/domain/", [
      "^app/domain/",
      "^app/i18n/",
      "^db/",
      "^search/(port|query/.*)\\.ts$",
    ]),
    {
      name: "domain-is-handed-its-database",
      comment: "domain gets `db` as an argument and knows its types only.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { path: "^db/.*\\.server\\.ts$", ...typeOnly },
    },
    {
      name: "rooms-keep-their-verbs",
      comment: "Rooms use each other's types, policies and queries, never their verbs.",
      severity: "error",
      from: { path: "^app/domain/([^/]+)/" },
      to: {
        path: "^app/domain/.+\\.server\\.ts$",
        // Making and hashing secrets is a tool; telling, recording and moving on are what every verb does besides its own.
        pathNot: [
          "^app/domain/$1/",
          "-queries\\.server\\.ts$",
          "^app/domain/people/secret\\.server\\.ts$",
          "^app/domain/(audit/record-event|notifications/(tell|settle)|contributions/move-contribution)\\.server\\.ts$",
        ],
        ...typeOnly,
      },
    },
    layer("ui-is-pure", "ui gets props and gives markup.", "^app/(ui|enhance|i18n)/", [
      "^app/(ui|enhance|i18n|domain)/",
      "^db/schema/",
      "^search/port\\.ts$",
    ]),
    {
      name: "no-server-files-in-the-browser",
      comment: "What can run in a browser imports no *.server.ts; types are no code.",
      severity: "error",
      from: { path: "^app/(ui|enhance|i18n|domain)/", pathNot: "\\.server\\.tsx?$" },
      to: { path: "\\.server\\.tsx?$", ...typeOnly },
    },
    layer(
      "routes-hold-no-rules",
      "routes know domain, ui and the services they are handed; no SQL, no database, no engine.",
      "^app/(routes/|root\\.tsx|entry\\.)",
      ["^app/", "^search/port\\.ts$"],
      typeOnly,
    ),
    layer("seeds-below-pages", "seeds know db and domain.", "^seeds/", ["^(seeds|db|app/domain)/"]),
    layer("services-below-pages", "The composition root builds; it answers nobody.", "^app/services\\.server\\.ts$", [
      "^(app/domain|db|search|seeds)/",
      "^app/(env|data-folder|explain-start)\\.server\\.ts$",
    ]),
    layer("programs-outside", "server and cli know services and domain, not pages.", "^(server|cli)/", [
      "^(server|cli|seeds|app/domain)/",
      "^app/(env\\.server|services\\.server|i18n/language)\\.ts$",
      "^(db|search)/",
    ]),
    {
      name: "pages-are-called-not-calling",
      comment: "Nothing below imports routes, the server or the command line.",
      severity: "error",
      from: { path: "^(app|db|search|seeds)/" },
      to: { path: "^(server|cli|app/routes)/" },
    },
    {
      name: "sql-in-server-files-only",
      comment: "Nothing outside *.server.ts reaches SQL, but for the programs around the pages.",
      severity: "error",
      from: { path: "^(app|db|search|seeds)/", pathNot: "\\.server\\.tsx?$" },
      to: { path: "node_modules/(kysely|better-sqlite3)/", ...typeOnly },
    },
    {
      name: "one-builder",
      comment:
        "Only the composition root, the search thread, the measuring of search in a throw-away index and the database's own folder open a database.",
      severity: "error",
      from: {
        path: "^(app|search|seeds|server|cli)/",
        pathNot: "^(app/services|search/sqlite/worker-thread)\\.server\\.ts$|^cli/search-evaluate\\.ts$",
      },
      to: { path: "^db/client\\.server\\.ts$", ...typeOnly },
    },
    {
      name: "no-tests-in-the-program",
      comment: "The program does not need its tests, nor what only developers install.",
      severity: "error",
      from: { path: "^(app|db|search|seeds|server|cli)/", pathNot: "^server/(build|develop|start)\\.mjs$" },
      to: { path: "^tests/|node_modules/(vitest|playwright|fast-check|vite)/" },
    },
    {
      name: "no-unresolvable",
      comment: "An import leads somewhere.",
      severity: "error",
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: "^\\.\\./build/|virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
