// Reads the JSON-LD of pages with an independent reader, without the network: every term must mean something in schema.org.
//
//     node jsonld.mjs PAGE...
//
// Prints how many documents there were; exits with 1 where one is no JSON-LD, says nothing, or asserts a verdict.

import { readFileSync } from "node:fs";
import jsonld from "jsonld";

const CONTEXT = { "@context": { "@vocab": "https://schema.org/" } };

/** Nothing is fetched: schema.org's context maps each term to a name of its vocabulary, and so does this. */
const documentLoader = async (url) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`an unknown context: ${url}`);
  return { contextUrl: null, documentUrl: url, document: CONTEXT };
};

let documents = 0;
for (const page of process.argv.slice(2)) {
  const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readFileSync(page, "utf8")) ?? [];
  if (text === undefined) continue;
  documents += 1;
  const [report] = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true, base: "https://desk.example/" });
  const types = JSON.stringify(report).match(/"@type":\["[^"]*"\]/g) ?? [];
  if (!report?.["@type"]?.includes("https://schema.org/Report")) throw new Error(`${page}: no report`);
  if (types.some((type) => type.includes("ClaimReview"))) throw new Error(`${page}: asserts a verdict`);
}
console.log(`${documents} documents`);
