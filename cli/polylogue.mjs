#!/usr/bin/env node
// The `polylogue` command: makes sure that it can run (saying so on stderr only), then hands over to cli/main.ts.
import { ensureBuilt } from "../server/build.mjs";
import { checkNode, ensureInstalled } from "../server/setup.mjs";

checkNode();
await ensureInstalled({ quiet: true });
await ensureBuilt({ pages: false, quiet: true });
const { main } = await import("../build/programs/cli.js");
process.exitCode = await main(process.argv.slice(2));
