import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage } from "~/i18n/language";
import { PageLanguage } from "~/ui/translation";

const { lang } = document.documentElement;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageLanguage.Provider value={isLanguage(lang) ? lang : "en"}>
        <RemixBrowser />
      </PageLanguage.Provider>
    </StrictMode>,
  );
});
