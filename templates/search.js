"use strict";
// Search without a server. The index is made by src/search/; its files are scripts that hand over a value, since a page that was
// opened from a file share can load nothing else.
(() => {
  // What a reader types is folded as the texts were: src/search/fold.rs says how, and a test holds the two against each other.
  const LONGEST = 40;
  const SHORTEST_STEM = 3;
  const DROPPED = /[\p{M}\u00AD\u061C\u0640\u180E\u200C-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u02BB\u02BE\u02BF\u2018]/gu;
  const APOSTROPHE = /['\u2019\u02BC]/u;
  const LETTER = "[\\p{Alphabetic}\\p{N}]";
  const IDEOGRAPH = "[\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\u{20000}-\\u{3FFFF}]";
  const PARTS = new RegExp(`(?=${LETTER})${IDEOGRAPH}|(?:${APOSTROPHE.source}|(?!${IDEOGRAPH})${LETTER})+`, "gu");
  const ARTICLE = /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?!\u0644\u0647$)(?=..)/u;
  const LETTERS = {
    "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ł": "l", "ŧ": "t", "ə": "a", "ς": "σ",
    "\u0671": "\u0627", "\u0649": "\u064A", "\u06CC": "\u064A", "\u06A9": "\u0643",
    "\u0629": "\u0647", "\u06C3": "\u0647", "\u06C1": "\u0647", "\u06BE": "\u0647", "\u06D5": "\u0647",
  };
  const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;
  const letters = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

  const withoutArticle = (word) => word.replace(ARTICLE, "");

  /** The words of a text: each as it was written, and without its article; the part before an apostrophe is a word too. */
  function fold(text) {
    const plain = text.normalize("NFKD").replace(DROPPED, "").toLowerCase()
      .replace(letters, (letter) => LETTERS[letter])
      .replace(DIGITS, (digit) => digit.charCodeAt(0) & 15);
    const words = [];
    for (const [part] of plain.matchAll(PARTS)) {
      const whole = [];
      let stem = 0;
      for (const letter of part) {
        if (!APOSTROPHE.test(letter)) {
          if (whole.length < LONGEST) whole.push(letter);
        } else if (stem === 0 && whole.length >= SHORTEST_STEM) {
          stem = whole.length;
        }
      }
      if (whole.length === 0) continue;
      const typed = whole.join("");
      const terms = [withoutArticle(typed)];
      if (stem > 0 && stem < whole.length) terms.push(withoutArticle(whole.slice(0, stem).join("")));
      words.push({ typed, terms });
    }
    return words;
  }

  // Numbers as text: src/search/digits.rs.
  const ENDS = 66;
  const GOES_ON = 24;
  const VALUES = new Map([..."#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"].map((it, at) => [it, at]));

  /** Calls `each` for every document of an entry, with what the fields that the word stands in there count together. */
  function read(lists, each) {
    for (const list of lists) {
      const fields = VALUES.get(list[0]);
      const weight = (fields & 8 ? 4 : 0) + (fields & 4 ? 3 : 0) + (fields & 2 ? 2 : 0) + (fields & 1);
      for (let at = 1, leading = 0, next = 0; at < list.length; at++) {
        const value = VALUES.get(list[at]);
        if (value >= ENDS) {
          leading = leading * GOES_ON + value - ENDS + 1;
        } else {
          next += leading * ENDS + value;
          each(next, weight);
          next += 1;
          leading = 0;
        }
      }
    }
  }

  /** The entries of a file of words: each is a word and its lists. */
  function entries(text) {
    let last = "";
    return text.split(" ").map((entry) => {
      const [head, ...lists] = entry.split("!");
      last = last.slice(0, VALUES.get(head[0])) + head.slice(1);
      return [last, lists];
    });
  }

  const arrived = new Map();
  const asked = new Map();

  globalThis.attacheSearch = (name, value) => arrived.set(name, value);
  globalThis.attacheSearch.words = (text) => fold(text).flatMap((word) => word.terms);

  /** The value of a file of the index, made ready once. */
  function load(name, fresh, ready) {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const done = () => {
          script.remove();
          if (arrived.has(name)) {
            resolve(ready(arrived.get(name)));
            arrived.delete(name);
          } else {
            asked.delete(name);
            reject(new Error(`search/${name}.js cannot be loaded`));
          }
        };
        script.onload = script.onerror = done;
        script.src = `search/${name}.js${fresh}`;
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  // The manifest alone keeps its name when the index changes, so no old one may be used.
  const manifest = () => load("manifest", `?${Date.now()}`, (value) => value);

  /** All entries between two words. */
  async function between(first, last) {
    const { bounds, words } = await manifest();
    const names = words.filter((_, at) => bounds[at] <= last && !(bounds[at + 1] < first));
    const files = await Promise.all(names.map((name) => load(name, "", entries)));
    return files.flat().filter(([word]) => word >= first && word <= last);
  }

  /** The documents that have a word, with what it counts for each. */
  async function documents({ typed, terms }, isLast, count) {
    const found = new Map();
    const note = (entry, part) => read(entry[1], (number, weight) => found.set(number, Math.max(found.get(number) ?? 0, weight * part)));
    for (const term of terms) (await between(term, term)).forEach((entry) => note(entry, 1));
    if (isLast) {
      // A word that begins so counts half; a single letter begins too many. Somebody may be in the middle of an article's word.
      const beginnings = new Set([typed, terms[0], typed.replace(/^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=.)/u, "")]);
      for (const term of beginnings) {
        if (term.length > 1) (await between(term, `${term}\uFFFF`)).forEach((entry) => note(entry, 0.5));
      }
    }
    const rarity = Math.log(1 + count / Math.max(found.size, 1));
    found.forEach((weight, number) => found.set(number, weight * rarity));
    return found;
  }

  /** The numbers of the documents that have all words, the best first, and of equals the latest. */
  async function search(words) {
    const { count } = await manifest();
    let all;
    for (const [at, word] of words.entries()) {
      const found = await documents(word, at === words.length - 1, count);
      if (all) {
        all.forEach((score, number) => (found.has(number) ? all.set(number, score + found.get(number)) : all.delete(number)));
      } else {
        all = found;
      }
    }
    return [...all].sort(([a, x], [b, y]) => y - x || b - a).map(([number]) => number);
  }

  /** What is shown of a document. */
  async function card(number) {
    const { starts, documents } = await manifest();
    const after = starts.findIndex((start) => start > number);
    const at = (after < 0 ? starts.length : after) - 1;
    return (await load(documents[at], "", (value) => value))[number - starts[at]];
  }

  // The page. Whatever comes out of a brief gets into it as text.
  const MOST_WORDS = 16;
  const AT_ONCE = 20;
  const PAUSE = 150;

  function element(name, text, properties = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    return Object.assign(made, properties);
  }

  function result([kind, href, title, date, marking, lang, dir, snippet, snippetLang = lang, snippetDir = dir]) {
    const item = element("li", "", { className: "entry" });
    const isOurs = /^[\w.~%-]+(?:\/[\w.~%-]+)*(?:#[\w.~%-]+)?$/.test(href);
    const heading = element("h3", isOurs ? "" : title, { lang, dir });
    if (isOurs) heading.append(element("a", title, { href }));
    const detail = element("p", "", { className: "detail" });
    if (marking) detail.append(element("span", marking, { className: "part-tlp", lang: "en", dir: "ltr" }), " ");
    detail.append([kind, date].filter(Boolean).join(" · "));
    item.append(heading, element("p", snippet, { className: "statement", lang: snippetLang, dir: snippetDir }), detail);
    return item;
  }

  function start() {
    const [box, query, status, found, results, more] = ["search", "query", "status", "found", "results", "more"].map((id) => document.getElementById(id));
    const title = document.title;
    let turn = 0;
    let waiting;
    let rest = [];

    const failed = () => (status.textContent = status.dataset.failed);

    async function show(now, focus) {
      const numbers = rest.slice(0, AT_ONCE);
      const cards = await Promise.all(numbers.map(card));
      if (now !== turn) return;
      rest = rest.slice(AT_ONCE);
      const items = cards.map(result);
      results.append(...items);
      more.hidden = rest.length === 0;
      if (focus) items[0].querySelector("a")?.focus();
    }

    async function run(text) {
      const now = ++turn;
      const words = fold(text).slice(0, MOST_WORDS);
      const numbers = words.length > 0 ? await search(words) : [];
      if (now !== turn) return;
      rest = numbers;
      results.replaceChildren();
      found.hidden = numbers.length === 0;
      more.hidden = true;
      await show(now, false);
      if (now !== turn) return;
      const count = numbers.length.toLocaleString(`${document.documentElement.lang}-u-nu-latn`);
      const told = numbers.length === 0 ? status.dataset.none : `${status.dataset.count} ${count}`;
      status.textContent = words.length === 0 ? "" : told;
      document.title = words.length === 0 ? title : `${text.trim()} · ${title}`;
    }

    /** Takes what is typed into the address, so that it can be passed on. */
    function typed() {
      clearTimeout(waiting);
      const hash = query.value.trim() === "" ? "#" : `#q=${encodeURIComponent(query.value)}`;
      if (location.hash !== hash) location.replace(hash);
      run(query.value).catch(failed);
    }

    /** Takes up what the address asks for. */
    function takeUp() {
      let text = "";
      try {
        text = decodeURIComponent(/^#q=(.*)$/.exec(location.hash)?.[1].replaceAll("+", " ") ?? "");
      } catch {
        // Not our address.
      }
      if (text === query.value) return;
      query.value = text;
      run(text).catch(failed);
    }

    box.hidden = false;
    query.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(typed, PAUSE);
    });
    query.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && typed());
    more.addEventListener("click", () => show(turn, true).catch(failed));
    addEventListener("hashchange", takeUp);
    takeUp();
  }

  if (typeof document !== "undefined") start();
})();
