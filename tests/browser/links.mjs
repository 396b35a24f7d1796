// Where links lead, once every page of the folder is known.

import { existsSync } from "node:fs";
import { join, posix } from "node:path";

/** Links within a page or the folder that lead nowhere. `parts` has the ids and links of each page. */
export function brokenLinks(folder, parts) {
  const broken = [];
  for (const [page, { links }] of parts) {
    for (const link of new Set(links)) {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) continue;
      const [path, fragment] = link.split("#").map(decodeURIComponent);
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      const ids = parts.get(target)?.ids;
      if (ids === undefined && !existsSync(join(folder, target))) {
        broken.push({ page, what: `a link leads nowhere: ${link}` });
      } else if (fragment && ids && !ids.has(fragment)) {
        broken.push({ page, what: `a link leads to no part of ${target}: ${link}` });
      }
    }
  }
  return broken;
}
