// Folds lines as the search page does.
//
//     node fold.mjs < TEXTS
//
// For each line of standard input, written as JSON, prints its words as a JSON array on a line.

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

runInThisContext(readFileSync(new URL("../../templates/search.js", import.meta.url), "utf8"));

const lines = readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
process.stdout.write(lines.map((line) => `${JSON.stringify(globalThis.attacheSearch.words(JSON.parse(line)))}\n`).join(""));
