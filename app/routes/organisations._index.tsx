import { redirect } from "@remix-run/node";

/** Networks and organisations share a list. */
export const loader = () => redirect("/networks#organisations", 301);
