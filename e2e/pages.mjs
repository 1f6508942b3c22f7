// Every public page in every language, found as a person finds it: by the links of the pages before.

import assert from "node:assert/strict";
import { send } from "./browser.mjs";

export const LANGUAGES = ["fr", "de", "en", "pt", "lb"];
export const DISEASE = "586";
export const TYPED = { fr: "mucoviscidose", de: "Mukoviszidose", en: "cystic fibrosis", pt: "fibrose quística", lb: "Mukoviszidos" };
const NEED = "school-work/school";

const link = async (page, selector) => {
  const href = await page.locator(selector).first().getAttribute("href");
  return href.replace(/#.*/, "");
};

/** French pages by name; the address of each was on a page before it. */
async function french(page) {
  const found = { start: "/fr" };
  await page.goto("/fr");
  for (const href of await page.locator(".top nav:not(.languages) a, footer a[href^='/'], .ways a").evaluateAll(
    (all) => all.map((a) => a.getAttribute("href")),
  )) {
    found[href.split("/").slice(2).join("/")] = href;
  }
  await send(page, "form.ask", { q: TYPED.fr });
  found.disease = await link(page, `.hits a[href$='/${DISEASE}']`);
  await page.goto(found.disease);
  found.rarity = await link(page, "section[aria-labelledby=rarity] a.button-quiet");
  found["rules-for"] = await link(page, "section[aria-labelledby=networks] > p > a");
  found["map-of-disease"] = await link(page, "section[aria-labelledby=centres] > p > a");
  found["disease-group"] = `${found.disease.replace(DISEASE, "68367")}`;
  await page.goto("/fr/reseaux");
  found.organisation = await link(page, ".card a[href$='/ern-lung']");
  found["guide-ern"] = await link(page, ".note a");
  await page.goto("/fr/annuaire");
  found.centre = await link(page, ".cards .card h2 a");
  await page.goto("/fr/annuaire?kind=laboratory");
  found.laboratory = await link(page, ".cards .card h2 a");
  await page.goto("/fr/annuaire?kind=ern-member");
  found["ern-member"] = await link(page, ".cards .card h2 a");
  await page.goto(found.agenda);
  found["organisation-with-dates"] = await link(page, ".event p a[href^='/fr/']");
  await page.locator("#kind").selectOption("training");
  await Promise.all([page.waitForEvent("load"), page.locator("form.ask button").click()]);
  found["agenda-empty"] = new URL(page.url()).pathname + "?kind=training";
  return found;
}

/**
 * Pages as `{ id, language, open(page) }`; `open` gives the status. Addresses in other languages come from the
 * language menu of the French page.
 */
export async function publicPages(page) {
  const pages = [];
  for (const [id, href] of Object.entries(await french(page))) {
    const response = await page.goto(href);
    if (id === "disease-group" && response.status() === 404) continue; // not in this release
    const menu = await page.locator(".languages a").evaluateAll((all) => all.map((a) => [a.hreflang, a.getAttribute("href")]));
    const addresses = { fr: href, ...Object.fromEntries(menu) };
    assert.deepEqual(Object.keys(addresses).sort(), [...LANGUAGES].sort(), `language menu of ${href}`);
    for (const language of LANGUAGES) pages.push({ id, language, expect: 200, address: addresses[language], open: at(addresses[language]) });
  }
  const starts = Object.fromEntries(pages.filter((p) => p.id === "start").map((p) => [p.language, p]));
  const diseases = Object.fromEntries(pages.filter((p) => p.id === "disease").map((p) => [p.language, p]));
  for (const language of LANGUAGES) {
    const search = (q) => async (page) => {
      await starts[language].open(page);
      return send(page, "form.ask", { q, place: "1111", need: NEED });
    };
    const sheet = (fields) => async (page) => {
      await diseases[language].open(page);
      return send(page, "form.ask", fields);
    };
    pages.push(
      { id: "no-such-page", language, expect: 404, open: at(`/${language}/nothing-is-here`) },
      { id: "no-such-disease", language, expect: 404, open: at(diseases[language].address.replace(DISEASE, "999999999")) },
      { id: "results", language, expect: 200, open: search(TYPED[language]) },
      { id: "no-results", language, expect: 200, open: search("xqzwv kjhgf") },
      { id: "danger", language, expect: 200, open: search("suicide") },
      { id: "sheet", language, expect: 200, open: sheet({ place: "1111", need: NEED }) },
      { id: "sheet-unknown-place", language, expect: 422, open: sheet({ place: "Nirgendwo" }) },
      { id: "sheet-several-places", language, expect: 422, open: sheet({ place: "4000", need: NEED }) },
    );
  }
  return pages;
}

const at = (href) => async (page) => (await page.goto(href)).status();
