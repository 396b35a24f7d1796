// The ways of looking at a page. Each is given the page's name and a place to report what is wrong.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bareLists, besides, parts, temptations, tooWide, wronglyAligned } from "./inpage.mjs";
import { sheets } from "./print.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const NARROW = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };
const WIDE = { viewport: { width: 1280, height: 900 } };
const SIZES = { "360 px": NARROW, "1280 px": WIDE };

/** What is left of A4 between the margins of the print sheet: 174 mm. */
const SHEET = { width: 658, height: 1000 };

/** How long a busy machine may take for one step, in milliseconds. */
const PATIENCE = 120_000;

const leaves = (url) => !["file:", "data:"].includes(url.protocol);

/** Reports what a page asks for and complains of while `now` has a label for it. Nothing that it asks for goes out. */
async function watch(context, page, now) {
  const say = (what) => now.label && now.fail(`${now.label}: ${what}`);
  await context.route(leaves, (route) => {
    now.fail(`a request went out to ${route.request().url()}`);
    return route.abort();
  });
  page.on("request", (request) => leaves(new URL(request.url())) && say(`asks for ${request.url()}`));
  page.on("websocket", (socket) => say(`asks for ${socket.url()}`));
  page.on("pageerror", (error) => say(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) say(`console ${message.type()}: ${message.text()}`);
  });
}

/** Windows that pages are looked at in, one after the other: to open one takes longer than to look at most pages. */
export class Windows {
  #browser;
  #open = new Map();

  constructor(browser) {
    this.#browser = browser;
  }

  /** The window for this way of looking, as it was when it was opened. */
  async #window(way, { script, ...options }) {
    let window = this.#open.get(way);
    if (window === undefined) {
      const context = await this.#browser.newContext(options);
      context.setDefaultTimeout(PATIENCE);
      if (script) await context.addInitScript({ content: script });
      window = { page: await context.newPage(), now: {} };
      await watch(context, window.page, window.now);
      this.#open.set(way, window);
    } else {
      await window.page.emulateMedia({ media: null, colorScheme: null });
      await window.page.setViewportSize(options.viewport);
    }
    return window;
  }

  /** Opens the page. What it does by itself is reported under `label`; `look` may set another, or none. */
  async open({ folder, name, fail }, label, options, look) {
    const { page, now } = await this.#window(label, options);
    Object.assign(now, { label, fail });
    await page.goto(pathToFileURL(join(folder, name)).href, { waitUntil: "load" });
    await look(page, (what) => fail(`${now.label}: ${what}`), now);
  }
}

/** The same in light and in dark. */
async function inBothSchemes(page, now, look) {
  const { label } = now;
  for (const colorScheme of ["light", "dark"]) {
    now.label = `${label}, ${colorScheme}`;
    await page.emulateMedia({ colorScheme });
    await look(colorScheme);
  }
}

/** As readers get it, under its own policy: it fits the screen, runs the right way, prints well, asks for nothing. */
async function asIs(subject) {
  for (const [label, size] of Object.entries(SIZES)) {
    await subject.windows.open(subject, label, size, async (page, report, now) => {
      await inBothSchemes(page, now, async () => {
        const wide = await page.evaluate(tooWide);
        if (wide) report(`scrolls sideways: ${wide}`);
        for (const what of await page.evaluate(wronglyAligned)) report(`right-to-left text on the other side: ${what}`);
        for (const what of await page.evaluate(bareLists)) report(`a list without marks: ${what}`);
      });
      if (size !== WIDE) return;
      now.label = "print";
      await print(page, report);
      now.label = "links";
      subject.parts.set(subject.name, await linked(page, report));
      await policyHolds(page, now, subject.fail);
    });
  }
}

/** On paper: nothing wider than A4, the handling label at the top and bottom of every sheet. */
async function print(page, report) {
  const banner = page.locator(".banner .tlp").first();
  const marking = (await banner.count()) > 0 ? (await banner.innerText()).trim() : undefined;
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  for (const what of sheets(pdf, marking)) report(what);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const wide = await page.evaluate(tooWide);
  if (wide) report(`wider than the sheet: ${wide}`);
}

/** Ids are given once; where the links lead is looked up when every page is known. */
async function linked(page, report) {
  const { ids, links } = await page.evaluate(parts);
  const seen = new Set();
  for (const id of ids) {
    if (seen.has(id)) report(`the id "${id}" is given twice`);
    seen.add(id);
  }
  return { ids: seen, links };
}

/** What hostile text might bring into the page does nothing. It spoils the page, and so comes last. */
async function policyHolds(page, now, fail) {
  now.label = undefined;
  for (const what of await page.evaluate(temptations)) fail(`policy: allows ${what}`);
  // Whatever is still to come of it is not told of the next page.
  await page.goto("about:blank");
}

/** With the policy lifted, so that what it would have stopped shows, and with axe-core. */
async function accessible(subject) {
  for (const [label, size] of Object.entries(SIZES)) {
    const options = { ...size, bypassCSP: true, script: AXE };
    await subject.windows.open(subject, `${label}, policy lifted`, options, async (page, report, now) => {
      for (const what of await page.evaluate(besides)) report(`refers to another file: ${what}`);
      await inBothSchemes(page, now, (scheme) => axe(page, scheme, report));
    });
  }
}

/** Every rule in the light; in the dark those that look at colours: nothing else is another there. */
async function axe(page, scheme, report) {
  const rules = scheme === "dark" ? { runOnly: ["color-contrast", "link-in-text-block"] } : {};
  // No page that was opened from the file system may fetch its style sheet; what it does to the page is there to see.
  const options = { ...rules, resultTypes: ["violations"], preload: false };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
  for (const { id, impact, help, nodes } of violations) {
    if (!["serious", "critical"].includes(impact)) continue;
    const where = nodes.slice(0, 3).map((node) => node.target.join(" "));
    report(`axe ${id} (${impact}): ${help}, ${nodes.length} times: ${where.join(", ")}`);
  }
}

/** With scripts switched off, what matters most is there to read. */
async function withoutScripts(subject) {
  const options = { ...NARROW, javaScriptEnabled: false };
  await subject.windows.open(subject, "without JavaScript", options, async (page, report) => {
    const brief = (await page.locator("main.brief").count()) > 0;
    const first = page.locator(brief ? ".bottom-line > :not(h2)" : "main > *").first();
    if (!(await first.isVisible()) || (await first.innerText()).trim() === "") {
      report(brief ? "the bottom line is not visible" : "nothing is visible");
    }
  });
}

export const looks = [asIs, accessible, withoutScripts];
