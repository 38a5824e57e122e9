import { type AccessRules, administrators, none, read, readAt } from "./access-rule";

/** Vocabularies, tags, and what is edited where it stands. */
export const editing: AccessRules = {
  "/collections/:slug/feed.atom": [
    readAt("/collections/a-collection/feed.atom"),
    { at: "/collections/unpublished/feed.atom", get: none },
  ],
  "/vocabularies": read,
  "/vocabularies/:vocabulary": readAt("/vocabularies/theme"),
  "/vocabularies/:vocabulary/new": {
    at: "/vocabularies/theme/new",
    get: administrators,
    post: administrators,
    form: { form: "add", key: "mine", parent: "", label_en: "Mine", label_fr: "Mine", label_es: "Mine" },
  },
  "/vocabularies/:vocabulary/:code/edit": {
    at: "/vocabularies/theme/budgeting/edit",
    get: administrators,
    post: administrators,
    form: { form: "term", label_en: "Mine", label_fr: "Mine", label_es: "Mine", seen: "{}" },
  },
  "/tags": read,
  "/tags/:slug": readAt("/tags/a-tag"),
  "/tags/:slug/feed.atom": readAt("/tags/a-tag/feed.atom"),
  "/tags/:slug/edit": {
    at: "/tags/a-tag/edit",
    get: administrators,
    post: administrators,
    form: { form: "name", label: "Mine", seen: "{}" },
  },
  "/curate/*": [
    {
      at: "/curate/own-city",
      get: administrators,
      post: administrators,
      form: { form: "texts", summary: "Mine.", seen: "{}" },
    },
    {
      at: "/curate/hrgl-2023/recommendation-8?link=hrgl-2022/recommendation-1",
      get: administrators,
      post: administrators,
      form: { form: "link", to: "hrgl-2022/recommendation-1", wasType: "", type: "extends", evidence: "", seen: "{}" },
    },
  ],
  "/admin/edits": { get: administrators, post: administrators, form: { form: "take-back", number: "1" } },
};
