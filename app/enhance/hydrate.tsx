import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { isLanguage } from "~/i18n/language";
import { i18nFor } from "~/i18n/translate";

const { lang } = document.documentElement;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18nFor(isLanguage(lang) ? lang : "en")}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
