import type { Shape } from "../../surface/shape.js";
import { changed, type Found, type Pair } from "../comparing.js";
import { foundOf } from "./found-of.js";

const markCodes = { deprecated: ["field-deprecated", "field-revived"], readOnly: ["read-only-added", "read-only-removed"], writeOnly: ["write-only-added", "write-only-removed"] } as const;

const isMarked = (shapes: readonly Shape[], mark: keyof typeof markCodes): boolean => shapes.some((shape) => shape[mark] === true);

const compareMarks = (pair: Pair): readonly Found[] =>
  (["deprecated", "readOnly", "writeOnly"] as const).flatMap((mark): readonly Found[] => {
    const [before, after] = [isMarked(pair.before, mark), isMarked(pair.after, mark)];
    if (before === after) return [];
    const [added, removed] = markCodes[mark];
    return [foundOf(pair, after ? added : removed, mark)];
  });

const defaultOf = (shapes: readonly Shape[]): string => shapes.flatMap((shape) => (shape.default === undefined ? [] : [JSON.stringify(shape.default)]))[0] ?? "none";

const compareDefaults = (pair: Pair): readonly Found[] => {
  const [before, after] = [defaultOf(pair.before), defaultOf(pair.after)];
  return before === after ? [] : [foundOf(pair, "default-changed", changed(before, after))];
};

/** What became of the marks and the default of a field, which stand on its schema. */
export const compareAnnotations = (pair: Pair): readonly Found[] => [...compareMarks(pair), ...compareDefaults(pair)];
