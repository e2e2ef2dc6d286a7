import { isReference, isSchema, subschemasOf } from "../model/subschemas.js";
import type { Schema } from "../model/schema.js";
import { partName } from "./part-name.js";
import { kebabCase } from "./words.js";

/** Schemas that stand at several places of a description, word for word: their functions are written once. */
export interface PlannedPart {
  /** One of them; which one makes no difference. */
  readonly schema: Schema;
  /** Path below `src/`, without extension: `parts/address-2`. */
  readonly module: string;
  readonly is: string;
  readonly report: string;
}

/** Shorter ones cost more as a module than where they stand; of characters of what they say, as it is compared here. */
const shortest = 300;

interface Content {
  /** Equal for schemas that accept the same values with the same messages; undefined where that is not known. */
  readonly id: number | undefined;
  readonly length: number;
}

type ContentOf = (schema: Schema) => Content;

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

/** Compares schemas by what they say, not by where they stand or what they are called. */
const createContents = (): ContentOf => {
  const contents = new Map<Schema, Content>();
  const ids = new Map<string, number>();
  const others = new Map<object, number>();

  const numberOf = <Key>(numbers: Map<Key, number>, key: Key): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };

  const textOf = (value: unknown, partText: (part: Schema) => string): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    if (isSchema(value)) return partText(value);
    if (isReference(value)) return `$${JSON.stringify([value.schema().pointer, value.schema().variant])}`;
    if (value instanceof Map) return `(${[...value].map(([key, item]) => `${JSON.stringify(key)}:${textOf(item, partText)}`).join()})`;
    // formats and the like are there once
    if (!isPlain(value) || Object.values(value).some((item) => typeof item === "function")) return `@${numberOf(others, value)}`;
    return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${textOf(item, partText)}`).join()}}`;
  };

  const contentOf: ContentOf = (schema) => {
    const before = contents.get(schema);
    if (before !== undefined) return before;
    const { always = "", annotations, keywords, rules, variant, isBase } = schema;
    let length = 0;
    let isKnown = rules.length === 0 && variant === undefined && isBase !== true;
    const partText = (part: Schema): string => {
      const { id, ...rest } = contentOf(part);
      length += rest.length;
      isKnown &&= id !== undefined;
      return `#${id}`;
    };
    // listed values are data, whatever they look like
    const texts = Object.entries(keywords).map(([name, data]) => `${name} ${name === "enum" || name === "const" ? JSON.stringify(data) : textOf(data, partText)};`);
    // what may be written only is kept out of messages
    const text = `${always}${annotations.writeOnly === true ? "writeOnly;" : ""}${texts.join("")}`;
    const content = { id: isKnown ? numberOf(ids, text) : undefined, length: length + text.length };
    contents.set(schema, content);
    return content;
  };

  return contentOf;
};

/** Names by their first place, so that they do not depend on the order of the description. */
const namer = (): ((schema: Schema) => Omit<PlannedPart, "schema">) => {
  const counts = new Map<string, number>();
  return (schema) => {
    const name = partName(schema);
    const file = kebabCase(name);
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    return { module: `parts/${file}${count === 1 ? "" : `-${count}`}`, is: `is${name}`, report: `report${name}` };
  };
};

const byPointer = (left: Schema, right: Schema): number => (left.pointer < right.pointer ? -1 : 1);

/**
 * The parts of `roots` that stand there more than once, each with the schemas that say the same; those that are `isApart`, since
 * they have modules of their own or can be met again inside of themselves, are left alone. A part of something that is repeated
 * itself is counted once.
 */
export const sharedParts = (roots: readonly Schema[], isApart: (schema: Schema) => boolean): ReadonlyMap<Schema, PlannedPart> => {
  const contentOf = createContents();
  const same = new Map<number, Schema[]>();
  const visit = (schema: Schema): void => {
    for (const part of new Set(subschemasOf(schema))) {
      if (isApart(part)) continue;
      const { id, length } = contentOf(part);
      const candidate = id !== undefined && length >= shortest ? id : undefined;
      const before = candidate === undefined ? undefined : same.get(candidate);
      if (before === undefined) visit(part);
      if (candidate !== undefined) same.set(candidate, [...(before ?? []), part]);
    }
  };
  for (const root of roots) visit(root);
  const repeated = [...same.values()].filter(({ length }) => length > 1).map((schemas) => [...schemas].sort(byPointer));
  const nameOf = namer();
  return new Map(
    repeated
      .flatMap((schemas) => schemas.slice(0, 1).map((first) => ({ first, schemas })))
      .sort((left, right) => byPointer(left.first, right.first))
      .flatMap(({ first, schemas }) => {
        const part: PlannedPart = { schema: first, ...nameOf(first) };
        return schemas.map((schema) => [schema, part] as const);
      }),
  );
};
