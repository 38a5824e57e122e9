import type { Page } from "playwright/test";
import { violations } from "./axe";
import { overflow } from "./page-kinds";

/** What axe finds on a page in light and in dark, and whether it has to be scrolled sideways on a phone. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await violations(page)).map((found) => `${name} ${colorScheme}: ${found}`));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const excess = await overflow(page);
  if (excess > 0) faults.push(`${name}: ${excess} pixels wider than a phone`);
  await page.setViewportSize({ width: 1280, height: 720 });
  return faults;
}
