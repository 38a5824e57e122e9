import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: { "~db": folder("db"), "~search": folder("search"), "~seeds": folder("seeds"), "~": folder("app") },
  },
  // Remix's plugin stays out: it expects a build, tests import modules one by one.
  esbuild: { jsx: "automatic" },
  test: {
    environment: "node",
    globalSetup: ["tests/support/programs-setup.mjs", "tests/support/meilisearch-setup.ts"],
    include: ["tests/{unit,contracts,integration}/**/*.test.{ts,tsx}"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    env: { NODE_ENV: "test", TZ: "UTC" },
  },
});
