// Pictures for people to look at: written where ARIANE_SHOTS says, as wide as a phone and as a desk.

const into = process.env.ARIANE_SHOTS;

export async function seen(page, name) {
  for (const width of into ? [360, 1280] : []) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${into}/${name}-${width}.png`, fullPage: true });
  }
}
