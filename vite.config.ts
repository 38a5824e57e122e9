import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: {
    alias: { "~db": folder("db"), "~search": folder("search"), "~seeds": folder("seeds"), "~": folder("app") },
  },
  optimizeDeps: {
    // Found late, a dependency makes the development server reload with a second React.
    include: ["i18next", "react-dom/client", "@remix-run/react", "@remix-run/node", "zod"],
    exclude: ["better-sqlite3", "kysely", "marked", "sanitize-html"],
  },
  // A small file inlined as data: would need a looser content security policy.
  build: { assetsInlineLimit: 0, cssMinify: true },
});
