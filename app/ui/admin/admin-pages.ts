/** The pages for administrators, as /admin lists them; their texts stand in the catalogues under `administration`. */
export const adminPages = [
  { name: "search", path: "/admin/search" },
  { name: "vocabularies", path: "/vocabularies" },
  { name: "tags", path: "/tags" },
  { name: "edits", path: "/admin/edits" },
  { name: "documents", path: "/admin/documents/new" },
  { name: "mail", path: "/admin/mail" },
  { name: "jobs", path: "/admin/jobs" },
  { name: "audit", path: "/admin/audit" },
  { name: "reports", path: "/admin/reports" },
  { name: "network", path: "/networks/new" },
] as const;
