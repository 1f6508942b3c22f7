import { openBrowser, openPage } from "./browser.mjs";
const base = "http://127.0.0.1:8099";
const browser = await openBrowser();
const T = { fr: "Mon fils de 4 ans tombe souvent, a de gros mollets et monte l’escalier en s’aidant des mains; pas de retard de langage. Sa tante a une cataracte. CK à 12000.", de: "Mein Sohn fällt oft hin, hat dicke Waden und kommt die Treppe nur mit den Händen hoch. Er hat keine Sprachverzögerung. Die Großmutter hat Diabetes." };
const P = { fr: "/fr/decrire", de: "/de/beschreiben" };
for (const l of ["fr", "de"]) for (const width of [360, 1280]) {
  const page = await openPage(browser, base, { width, height: 900 });
  const shot = (n) => page.screenshot({ path: `/tmp/pk/shots/${n}-${l}-${width}.png`, fullPage: true });
  await page.goto(P[l]); await shot("1form");
  await page.fill("#text", T[l]); await page.fill("#age", "4"); await page.locator("input[name=sex][value=male]").check();
  await page.click("button[value=read]"); await page.waitForLoadState("load"); await shot("2signs");
  await page.fill("#q", l === "fr" ? "crampe" : "muskelschw"); await page.keyboard.press("Escape"); await page.waitForTimeout(300); await page.keyboard.press("Escape"); await page.click("button[value=search]"); await page.waitForLoadState("load"); await page.waitForTimeout(200);
  await page.locator("#add-signs summary").click(); await page.click("button[value='open.33127']"); await page.waitForLoadState("load"); await shot("3add");
  await page.locator("section[aria-labelledby=go-on] button").first().click(); await page.waitForLoadState("load"); await page.waitForTimeout(300); await shot("4networks");
  await page.locator("form[action*=kandidat] button, form[action*=candidat] button").first().click(); await page.waitForLoadState("load"); await page.waitForTimeout(300); await shot("5candidates");
  console.log(l, width, page.seen);
  await page.context().close();
}
await browser.close();
