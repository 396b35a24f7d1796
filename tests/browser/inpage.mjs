// What is asked of a page from within. Each function is sent to the browser as text, and so stands on its own.

/** What makes the page scroll sideways, if it does. */
export function tooWide() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return undefined;
  const sticksOut = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
  };
  const culprits = [...document.body.querySelectorAll("*")]
    .filter((element) => sticksOut(element) && ![...element.children].some(sticksOut))
    .map((element) => `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`);
  return `${root.scrollWidth} px of content in ${root.clientWidth} px; ${culprits.slice(0, 3).join("; ")}`;
}

/** Blocks of text whose first line does not begin at the edge that the page begins at, whichever way they run. */
export function wronglyAligned() {
  const isRight = getComputedStyle(document.documentElement).direction === "rtl";
  const blocks = new Set();
  const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.data.trim() === "") continue;
    let block = texts.currentNode.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    if (block instanceof HTMLElement && getComputedStyle(block).direction === "rtl") blocks.add(block);
  }
  const wrong = [];
  for (const block of blocks) {
    const style = getComputedStyle(block);
    const range = document.createRange();
    range.selectNodeContents(block);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (boxes.length === 0 || style.textAlign === "center" || style.display !== "block" && style.display !== "list-item") continue;
    const top = Math.min(...boxes.map((box) => box.top));
    const line = boxes.filter((box) => box.top < top + parseFloat(style.fontSize));
    const whole = block.getBoundingClientRect();
    const gap = isRight
      ? whole.right - parseFloat(style.borderRightWidth) - parseFloat(style.paddingRight) - Math.max(...line.map((box) => box.right))
      : Math.min(...line.map((box) => box.left)) - whole.left - parseFloat(style.borderLeftWidth) - parseFloat(style.paddingLeft);
    if (gap > 4) wrong.push(`<${block.localName}> ${block.textContent.trim().slice(0, 40)}`);
  }
  return wrong;
}

/** Lists in texts without their numbers or bullets, which may be all that an item says: `6.`. */
export function bareLists() {
  const texts = ["statement", "what", "says", "matters", "detail", "bottom-line"].map((name) => `.${name} :is(ol, ul)`);
  const bare = (list) =>
    getComputedStyle(list).listStyleType === "none" ||
    [...list.children].some((item) => getComputedStyle(item).display !== "list-item");
  return [...document.querySelectorAll(texts.join())].filter(bare).map((list) => list.textContent.trim().slice(0, 40));
}

/** What the page would load or send beside itself, whether or not it does so at once. */
export function besides() {
  const asks = "[src], [srcset], [poster], [ping], [background], object[data], link[href], form, base, image[href], use[href]";
  const harmless = (element) =>
    ["src", "href"].some((name) => /^(data:|#)/.test(element.getAttribute(name) ?? "")) && element.localName !== "base";
  // Such a link tells where something is, and fetches nothing.
  const tells = (element) => element.localName === "link" && ["alternate", "prev", "next"].includes(element.rel);
  // The one file that pages of a site share.
  const isSheet = (element) => element.rel === "stylesheet" && /^(?:\.\.\/)*style\/[0-9a-f]{12}\.css$/.test(element.getAttribute("href"));
  return [...document.querySelectorAll(asks)]
    .filter((it) => !harmless(it) && !tells(it) && !isSheet(it))
    .map((it) => it.outerHTML.slice(0, 80));
}

/** The ids of a page, as often as they are given, and where its links lead. */
export function parts() {
  return {
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("a[href], area[href]")].map((link) => link.getAttribute("href")),
  };
}

/** Brings into the page what hostile text might, and returns what of it the policy did not stop. */
export async function temptations() {
  const away = "https://example.invalid";
  function add(name, properties = {}, attributes = {}) {
    const element = Object.assign(document.createElement(name), properties);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    document.body.append(element);
    return element;
  }
  /** What is tried, the directive that must stop it, what the directive stops, the attempt. */
  const attempts = [
    ["an image from elsewhere", "img-src", away, () => add("img", { src: `${away}/x.png` })],
    ["a script in the page", "script-src-elem", "inline", () => add("script", { textContent: "document.title = 'taken'" })],
    ["a script from elsewhere", "script-src-elem", away, () => add("script", { src: `${away}/x.js` })],
    ["a script in an attribute", "script-src-attr", "inline", () => add("p", {}, { onclick: "document.title = 'taken'" }).click()],
    ["a style in the page", "style-src-elem", "inline", () => add("style", { textContent: "body { display: none }" })],
    ["a style in an attribute", "style-src-attr", "inline", () => (add("div").innerHTML = "<p style='color: red'>x</p>")],
    ["a frame", "frame-src", away, () => add("iframe", { src: `${away}/` })],
    ["a request", "connect-src", away, () => fetch(`${away}/`).catch(() => {})],
    ["a form", "form-action", away, () => add("form", { action: `${away}/`, target: "elsewhere" }).submit()],
    ["another base address", "base-uri", away, () => add("base", { href: `${away}/` })],
  ];
  const stopped = [];
  document.addEventListener("securitypolicyviolation", (event) => stopped.push(event));
  attempts.forEach(([, , , attempt]) => attempt());
  const allowed = () =>
    attempts.filter(([, directive, blocked]) =>
      stopped.every((it) => it.effectiveDirective !== directive || !it.blockedURI.startsWith(blocked)),
    );
  // The browser tells of what it stopped in its own time.
  for (const start = Date.now(); allowed().length > 0 && Date.now() - start < 10_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return allowed().map(([what]) => what);
}
