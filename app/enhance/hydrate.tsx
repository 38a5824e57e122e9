import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage } from "~/i18n/language";
import { PageLanguage } from "~/ui/translation";
import { keepTypedEarly } from "./typed-early";

/** Hydrates a page that is worked in; `then` runs once it stands. */
export function hydrate(then: () => void): void {
  const { lang } = document.documentElement;
  const giveBack = keepTypedEarly();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageLanguage.Provider value={isLanguage(lang) ? lang : "en"}>
          <Afterwards
            run={() => {
              giveBack();
              then();
            }}
          >
            <RemixBrowser />
          </Afterwards>
        </PageLanguage.Provider>
      </StrictMode>,
    );
  });
}

let ran = false;

function Afterwards({ run, children }: { run: () => void; children: ReactNode }) {
  useEffect(() => {
    // Strict mode runs effects twice in development.
    if (!ran) run();
    ran = true;
  }, [run]);
  return children;
}
