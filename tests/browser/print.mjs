// What a printed page says, sheet by sheet.

import { execFileSync } from "node:child_process";

/** Marks of direction, which pdftotext adds to a page that runs from right to left. */
const DIRECTION = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text of each sheet of a PDF. */
function texts(pdf) {
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 28 });
  return text.replaceAll(DIRECTION, "").split("\f").slice(0, -1);
}

/** What is wrong with the sheets: each begins and ends with the handling label, where the page has one. */
export function sheets(pdf, label) {
  const problems = [];
  for (const [index, text] of texts(pdf).entries()) {
    const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    if (lines.length === 0) problems.push(`sheet ${index + 1} is empty`);
    else if (label && lines.at(0) !== label) problems.push(`sheet ${index + 1} does not begin with ${label}: ${lines.at(0)}`);
    else if (label && lines.at(-1) !== label) problems.push(`sheet ${index + 1} does not end with ${label}: ${lines.at(-1)}`);
  }
  return problems;
}
