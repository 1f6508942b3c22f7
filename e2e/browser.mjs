// Chromium through playwright-core, and what every test wants to know of a page.

import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Opens the browser. */
export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });

/**
 * A page in a context of its own. `page.seen` gathers what must never be: dialogs, script errors, refusals of
 * the content policy, and requests to other sites.
 */
export async function openPage(browser, base, { width = 1280, height = 900, ...options } = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height }, locale: "fr-LU", ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.seen = [];
  page.on("dialog", (dialog) => {
    page.seen.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("pageerror", (error) => page.seen.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // That an answer is a 404 or a 422 is looked at by the tests themselves.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) page.seen.push(message.text());
  });
  page.on("request", (request) => {
    // The browser's own viewer of PDF files is no other site.
    if (!/^(data|blob|about|chrome|chrome-extension):/.test(request.url()) && !request.url().startsWith(base)) {
      page.seen.push(`request to ${request.url()}`);
    }
  });
  return page;
}

/** Fills a form without regard to what the fields allow, sends it, and gives the answer's status. */
export async function send(page, form, fields) {
  const [response] = await Promise.all([
    page.waitForResponse((r) => r.request().isNavigationRequest() && r.request().method() === "POST"),
    page.waitForEvent("load"),
    page.locator(form).first().evaluate((element, values) => {
      for (const [name, value] of Object.entries(values)) element.elements[name].value = value;
      element.submit();
    }, fields),
  ]);
  return response.status();
}

/** Whether the page is wider than the window. */
export const overflows = (page) =>
  page.evaluate(() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= window.innerWidth) return "";
    const wide = [...document.body.querySelectorAll("*")].filter(
      (e) => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest(".scroll,.skip"),
    );
    return `${root.scrollWidth} > ${window.innerWidth}: ` + wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | ");
  });
