// Searches a site in headless Chromium, as a file and from a server on this machine.
//
//     node search.mjs SITE QUERIES [page]
//
// Each line of QUERIES is a JSON object: a query, and how many results it must have. With `page`, the site is the one that
// tests/all/search.rs makes for it, and the page is looked at from all sides. Prints a line for everything that is wrong, and
// exits with 1 where that is anything. CHROMIUM is the browser's path; without it, /usr/bin/chromium.

import { createServer } from "node:http";
import { readFileSync, renameSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PATIENCE = 60_000;
const TYPES = { ".html": "text/html", ".js": "text/javascript" };

const [site, queries] = process.argv.slice(2, 4).map((argument) => resolve(argument));
const all = process.argv[4] === "page";
const asked = readFileSync(queries, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const problems = [];

const server = createServer((request, response) => {
  try {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "text/plain");
    response.end(readFileSync(join(site, path)));
  } catch {
    response.writeHead(404).end();
  }
});

/** Waits until the page tells of this many results; what it tells if it does not. */
async function told(page, count) {
  const expected = count === 0 ? "No results" : `Results: ${count.toLocaleString("en")}`;
  const status = page.locator("#status");
  await page.waitForFunction((text) => document.getElementById("status").textContent === text, expected, { timeout: 5_000 }).catch(() => {});
  const actual = await status.textContent();
  return actual === expected ? undefined : `tells of ${JSON.stringify(actual)} instead of ${expected}`;
}

const titles = (page) => page.locator("#results h3").allTextContents();

const looks = {
  /** Every query in the address finds as many as there are, and lists them under links that lead somewhere. */
  async finds(page, base, fail) {
    for (const { query, count } of asked) {
      await page.goto("about:blank");
      await page.goto(`${base}search.html#q=${encodeURIComponent(query)}`);
      const wrong = await told(page, count);
      if (wrong) fail(`${query}: ${wrong}`);
      const shown = await page.locator("#results li").count();
      if (shown !== Math.min(count, 20)) fail(`${query}: lists ${shown}`);
    }
  },

  /** One person is found under any name, in every brief. */
  async oneperson(page, base, fail) {
    const lists = [];
    for (const query of ["al-Sharaa", "Şara", "الشرع"]) {
      await page.goto("about:blank");
      await page.goto(`${base}search.html#q=${query}`);
      await page.locator("#results li").nth(2).waitFor();
      lists.push((await titles(page)).sort().join("\n"));
    }
    if (new Set(lists).size !== 1) fail(`different briefs by different names: ${lists.join(" / ")}`);
    const marks = await page.locator("#results .part-tlp").allTextContents();
    if (!marks.includes("TLP:AMBER")) fail(`markings: ${marks}`);
    const arabic = page.locator("#results li", { hasText: "عينة" }).locator("p.statement");
    if ((await arabic.getAttribute("dir")) !== "rtl" || (await arabic.getAttribute("lang")) !== "ar") fail("the direction is lost");
    await page.locator("#results li", { hasText: "Deneme" }).getByRole("link").click();
    if (!(await page.title()).startsWith("Deneme")) fail(`the link led to ${page.url()}`);
  },

  /** With the keyboard alone: type, list more, go on where the new ones begin. */
  async typed(page, base, fail) {
    await page.goto(`${base}search.html`);
    if ((await page.locator("#status").textContent()) !== "") fail("tells of results before anything was asked");
    await page.getByLabel("Words, or names in any script").focus();
    await page.keyboard.type("the ");
    await page.locator("#results li").nth(19).waitFor();
    if (!decodeURI(page.url()).endsWith("#q=the%20") && !page.url().endsWith("#q=the%20")) fail(`the address is ${page.url()}`);
    await page.locator("#more").focus();
    await page.keyboard.press("Enter");
    await page.locator("#results li").nth(39).waitFor();
    const focused = await page.evaluate(() => [...document.querySelectorAll("#results a")].indexOf(document.activeElement));
    if (focused !== 20) fail(`the focus is on result ${focused}`);
    // Whoever types fast sees the results of the last word.
    await page.locator("#query").fill("the");
    await page.locator("#query").fill("zzyzx");
    await page.keyboard.press("Enter");
    const wrong = await told(page, 1);
    if (wrong) fail(`typed fast: ${wrong}`);
    await page.locator("#query").fill("");
    await page.waitForFunction(() => document.getElementById("status").textContent === "");
    if ((await page.locator("#results li").count()) !== 0) fail("results of nothing");
    await page.evaluate(() => (location.hash = "#q=%E0%A4%A"));
    await page.evaluate(() => (location.hash = "#q=%C5%9Eara"));
    await page.locator("#results li").first().waitFor();
    if ((await page.locator("#query").inputValue()) !== "Şara") fail("does not follow its address");
  },

  /** Hostile text is text. */
  async hostile(page, base, fail) {
    await page.goto(`${base}search.html#q=zzyzx`);
    await page.locator("#results li").first().waitFor();
    const [title] = await titles(page);
    if (!title.includes("</script><script>document.title='taken'</script>")) fail(`hostile text is not whole: ${title}`);
    if ((await page.title()) !== "zzyzx · Search") fail(`the title is ${await page.title()}`);
    if ((await page.locator("#results img, #results script").count()) > 0) fail("hostile text became elements");
  },

  /** The best come first: what is in a title before what is said in passing. */
  async ranks(page, base, fail) {
    await page.goto(`${base}search.html#q=damascus%20attach%C3%A9`);
    await page.locator("#results li").first().waitFor();
    const [title] = await titles(page);
    if (!/attaché/i.test(title)) fail(`the first result is ${title}`);
  },

  /** An index that was renewed while the page stood open is told of. */
  async renewed(page, base, _, now) {
    await page.goto(`${base}search.html`);
    now.quiet = true;
    const [index, away] = [join(site, "search"), join(site, "renewed")];
    renameSync(index, away);
    try {
      await page.getByRole("searchbox").fill("damascus");
      await page.locator("#status", { hasText: "load this page again" }).waitFor();
    } finally {
      renameSync(away, index);
    }
    // What could not be loaded is asked for again.
    await page.getByRole("searchbox").fill("damascus a");
    await page.locator("#results li").first().waitFor();
  },
};

async function lookAt(browser, base) {
  const place = base.split(":")[0];
  for (const [name, look] of Object.entries(all ? looks : { finds: looks.finds })) {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const now = { quiet: false };
    const fail = (what) => now.quiet || problems.push(`FAIL ${place}, ${name}: ${what}`.replaceAll(/\s+/g, " "));
    page.on("request", (request) => request.url().startsWith(base) || request.url() === "about:blank" || fail(`asks for ${request.url()}`));
    page.on("pageerror", (error) => fail(`script error: ${error.message}`));
    page.on("console", (message) => fail(`console ${message.type()}: ${message.text()}`));
    await look(page, base, fail, now).catch((error) => problems.push(`FAIL ${place}, ${name}: ${error.message}`));
    await context.close();
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${base}search.html`);
  if (!(await page.getByRole("link", { name: "archive" }).isVisible())) problems.push(`FAIL ${place}: no way on without scripts`);
  if (await page.locator("#query").isVisible()) problems.push(`FAIL ${place}: a field that does nothing without scripts`);
  await context.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  timeout: 2 * PATIENCE,
});
try {
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  await lookAt(browser, `${pathToFileURL(site).href}/`);
  await lookAt(browser, `http://127.0.0.1:${server.address().port}/`);
} finally {
  await browser.close();
  server.close();
}
problems.forEach((problem) => console.log(problem));
console.log(`${asked.length} queries in two places: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
