import { codeText } from "../../generator/code/code.js";
import { literal } from "../../generator/code/literal.js";
import { plainKinds } from "../../generator/rules/plain.js";
import type { Case } from "./fixture.js";

const ruleCodes = new Set(Object.keys(plainKinds));

const linesBefore = 2;

/**
 * A module that gives every case to the generated type, one a line. The value reaches it through a type parameter, since a
 * fresh literal may have no further properties, which is no statement about rules.
 */
export const usageModule = (type: string, cases: readonly Case[]): string =>
  [
    `import type { ${type} } from "./index.js";`,
    `declare function take<Value extends ${type}>(value: Value): void;`,
    ...cases.map(({ value }) => `take(${codeText(literal(value), ({ name }) => name)});`),
    "",
  ].join("\n");

/** The line on which a case stands. */
export const lineOfCase = (index: number): number => linesBefore + index + 1;

/** What the compiler must say of a case: true where it must take it; undefined where types cannot say it. */
export const mustCompile = ({ issues, compiles }: Case): boolean | undefined => {
  if (compiles !== undefined) return compiles;
  if (issues.length === 0) return true;
  return issues.some(({ code }) => ruleCodes.has(code)) ? false : undefined;
};
