// Works on a brief beside its page in a preview, in headless Chromium.
//
//     node preview.mjs ADDRESS BRIEF [PICTURE]
//
// ADDRESS is that of the page of the file BRIEF, whose text says "invented" somewhere; `attache serve` serves it. Prints a line for
// everything that is wrong, and exits with 1 where that is anything. PICTURE is where a picture of the page with a broken brief goes.
// CHROMIUM is the browser's path; without it, /usr/bin/chromium.

import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const PATIENCE = 30_000;
const [address, brief, picture] = process.argv.slice(2);
const good = readFileSync(brief, "utf8");
const problems = [];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
page.on("console", (message) => {
  // While a page is loaded anew its connection breaks off, which is as it should be.
  if (message.type() === "error") problems.push(`console error: ${message.text()}`);
});
page.on("pageerror", (error) => problems.push(`script error: ${error.message}`));
page.on("request", (request) => {
  if (new URL(request.url()).origin !== new URL(address).origin) problems.push(`asks for ${request.url()}`);
});

const step = async (name, work) => {
  try {
    await work();
  } catch (error) {
    problems.push(`${name}: ${error.message.split("\n")[0]}`);
  }
};

await step("the page", () => page.goto(address));
await step("a broken brief", async () => {
  writeFileSync(brief, `${good.slice(0, good.length / 2)}\n: [`);
  await page.locator(".attache-preview pre").filter({ hasText: "error[" }).waitFor();
  const shown = await page.locator(".attache-preview").evaluate((it) => getComputedStyle(it).position);
  if (shown !== "fixed") problems.push("the panel has no style");
  if (!(await page.locator("main").textContent()).includes("invented")) problems.push("the last good page is gone");
  if (picture) await page.screenshot({ path: picture });
});
await step("a mended brief", async () => {
  writeFileSync(brief, good.replace("invented", "settled"));
  await page.locator("main").filter({ hasText: "settled" }).waitFor();
  if ((await page.locator(".attache-preview").count()) > 0) problems.push("the panel is still there");
});
await step("the search page", async () => {
  await page.goto(new URL("/search.html#q=settled", address).href);
  await page.locator("#results li").first().waitFor();
});

await browser.close();
problems.forEach((problem) => console.log(`FAIL ${problem}`));
process.exit(problems.length > 0 ? 1 : 0);
