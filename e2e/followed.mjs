// How a person comes to be followed: they write, a listener hands over, a coordinator opens a file. Walks of the cell begin here.

import { click } from "./installation.mjs";

const READS_MS = 3_500; // quicker than this nobody reads the form of the infoline, and it says so

/**
 * A fictitious person writes and agrees that the cell follows them; `anne` (a listener) hands over, `mara` (medical
 * coordinator) opens the file and fills `head` of it, by field name. Needs both invited.
 * Gives the private link, its code and the path of the file.
 */
export async function followed({ open, as }, head) {
  const zoe = await open({ javaScriptEnabled: false });
  await zoe.goto("/fr/ecrire");
  await zoe.fill("#message", "Je cherche un suivi imaginaire.");
  await zoe.locator("input[name=channel][value=mail]").check();
  await zoe.fill("#name", "Zoé Imaginaire");
  await zoe.fill("#mail", "zoe@example.org");
  await zoe.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  await zoe.locator("input[name=who][value=person-concerned]").check();
  await zoe.locator("input[name=agree-handover]").check();
  await zoe.waitForTimeout(READS_MS);
  await zoe.click("main form button[type=submit]");
  const link = new URL(await zoe.locator(".private-link").getAttribute("href")).pathname;
  const code = await zoe.locator(".private-code").innerText();
  await zoe.context().close();

  const anne = await as("anne");
  await anne.goto("/fr/permanence");
  await Promise.all([anne.waitForEvent("load"), anne.locator("[data-open]").first().click()]);
  const at = new URL(anne.url()).pathname;
  await click(anne, "Prendre");
  await anne.goto(`${at}/handover`);
  await anne.locator("[name=reason][value=follow-up]").check();
  await anne.fill("[name=message]", "Merci de suivre.");
  await Promise.all([anne.waitForURL(/done=/), anne.locator("form:has([name=message]) button[type=submit]").click()]);
  await anne.context().close();

  const mara = await as("mara");
  await mara.goto("/fr/transmissions");
  await Promise.all([mara.waitForEvent("load"), mara.locator("main a[href*='/transmissions/']").first().click()]);
  await click(mara, "Ouvrir un dossier");
  const file = new URL(mara.url()).pathname;
  await mara.goto(`${file}/head`);
  for (const [field, text] of Object.entries(head)) await mara.fill(`#${field}`, text);
  await Promise.all([mara.waitForEvent("load"), mara.locator("form:has(#doctor) button[type=submit]").last().click()]);
  await mara.context().close();
  return { link, code, file };
}
