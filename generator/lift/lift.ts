import type { SourceObject } from "../source/value.js";
import { combine } from "./combine/combine.js";
import type { Finding } from "./finding.js";
import { readProse } from "./read-prose.js";
import { collectProse } from "./scopes/collect-prose.js";
import { namesCache } from "./text/names.js";
import { isVacuous } from "./vacuous.js";

/** Every rule that the texts of a description state, those that belong together as one; in document order. */
export const lift = (root: SourceObject): readonly Finding[] => {
  const namesOf = namesCache();
  return combine(collectProse(root).flatMap((prose) => readProse(prose, namesOf))).filter(({ statement, scope }) => !isVacuous(statement, scope));
};
