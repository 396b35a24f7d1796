// Folds lines as the search page does.
//
//     node fold.mjs < TEXTS
//
// For each line of standard input, written as JSON, prints its words as a JSON array on a line; or `null` where this Node.js has an
// older Unicode, in which a character of it is none.

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

runInThisContext(readFileSync(new URL("../../templates/search.js", import.meta.url), "utf8"));

const lines = readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
const fold = (text) => (/\p{Cn}/u.test(text) ? null : globalThis.attacheSearch.words(text));
process.stdout.write(lines.map((line) => `${JSON.stringify(fold(JSON.parse(line)))}\n`).join(""));
