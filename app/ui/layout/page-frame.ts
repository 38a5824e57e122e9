import { createContext } from "react";

/** What the page's frame needs from the server: the nonce of this answer and the address of the browser's entry script. */
export const PageFrame = createContext<{ nonce: string; entryModule: string } | null>(null);
