// Pictures of every page for people to look at: `npm run shots [data directory]`, written to shots/.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage } from "./browser.mjs";
import { publicPages } from "./pages.mjs";
import { startServer } from "./server.mjs";

const LANGUAGES = ["fr", "de"];
const WIDTHS = [360, 1280];
const into = join(dirname(fileURLToPath(import.meta.url)), "shots");
mkdirSync(into, { recursive: true });

const server = await startServer({ data: process.argv[2] });
const browser = await openBrowser();
try {
  const scout = await openPage(browser, server.base);
  const pages = (await publicPages(scout)).filter((p) => LANGUAGES.includes(p.language));
  for (const [suffix, options] of [["", {}], ["-dark", { colorScheme: "dark" }]]) {
    for (const width of WIDTHS) {
      const page = await openPage(browser, server.base, { width, height: 900, ...options });
      for (const entry of pages) {
        if (suffix && (entry.language !== "fr" || !["start", "sheet", "disease"].includes(entry.id))) continue;
        await entry.open(page);
        await page.screenshot({ path: join(into, `${entry.id.replaceAll("/", "_")}-${entry.language}-${width}${suffix}.png`), fullPage: true });
        if (entry.id === "sheet" && width === 1280 && !suffix) {
          await page.pdf({ path: join(into, `sheet-${entry.language}-printed.pdf`), preferCSSPageSize: true });
        }
      }
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
