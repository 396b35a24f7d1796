// Looks at every page below a folder in headless Chromium, as readers do: narrow and wide, light and dark, on paper,
// without scripts, with a screen reader.
//
//     node check.mjs FOLDER [MOST]
//
// With MOST, no more than so many pages of one folder inside another are looked at, the first by name: a site has folders of
// pages that are made alike.
//
// Prints a line for everything that is wrong, and exits with 1 where that is anything, with 2 where it could not look.
// CHROMIUM is the browser's path; without it, /usr/bin/chromium.

import { readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { chromium } from "playwright-core";
import { brokenLinks } from "./links.mjs";
import { looks, Windows } from "./looks.mjs";

/** How many pages are looked at side by side. */
const AT_ONCE = 2;

/** How long a busy machine may take to start the browser, in milliseconds. */
const PATIENCE = 120_000;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever tries to get out in spite of everything finds no host.
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

/** The pages below a folder, as paths within it, sorted. */
function pagesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** No more than so many pages of each folder inside another. */
function sample(pages, most) {
  const seen = new Map();
  return pages.filter((page) => {
    const folder = page.split("/").slice(0, -1).join("/");
    if (!folder.includes("/")) return true;
    seen.set(folder, (seen.get(folder) ?? 0) + 1);
    return seen.get(folder) <= most;
  });
}

/** Looks at every page: what is wrong with each, in the order of the pages, and what each one links to. */
async function lookAtAll(browser, folder, pages) {
  const waiting = [...pages];
  const found = new Map();
  const parts = new Map();
  async function work() {
    const windows = new Windows(browser);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const problems = [];
      found.set(name, problems);
      for (const look of looks) {
        await look({ windows, folder, name, parts, fail: (what) => problems.push(what.replaceAll(/\s+/g, " ")) });
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const { page, what } of brokenLinks(folder, parts)) {
    found.get(page).push(what);
  }
  return pages.map((page) => [page, found.get(page)]);
}

async function main() {
  const [argument, most] = process.argv.slice(2);
  if (argument === undefined) {
    throw new Error("which folder? node check.mjs FOLDER [MOST]");
  }
  const folder = resolve(argument);
  const pages = sample(pagesOf(folder), most === undefined ? Infinity : Number(most));
  if (pages.length === 0) {
    throw new Error(`no .html file below ${folder}`);
  }
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: PATIENCE });
  try {
    const results = await lookAtAll(browser, folder, pages);
    const failures = results.flatMap(([page, problems]) => problems.map((what) => `FAIL ${page}: ${what}`));
    failures.forEach((line) => console.log(line));
    console.log(`${pages.length} pages in Chromium ${browser.version()}: ${failures.length} problems`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main().catch((error) => {
  console.error(`the browser check could not look: ${error.stack ?? error}`);
  return 2;
});
