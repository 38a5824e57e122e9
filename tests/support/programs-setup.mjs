import { ensureBuilt } from "../../server/build.mjs";

/** The embedded engine runs in a thread, whose program is bundled: tests get that of the sources as they are. */
export const setup = () => ensureBuilt({ pages: false, quiet: true });
