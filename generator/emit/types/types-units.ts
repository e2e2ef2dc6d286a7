import { componentsOf } from "../../model/circles-of.js";
import { child, type Pointer, tokens } from "../../source/pointer.js";
import { decoded } from "../../source/resolve.js";
import type { TypesDeclaration } from "./split-types.js";

/** A document as openapi-typescript is handed it: plain data. */
export type PlainDocument = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is PlainDocument => typeof value === "object" && value !== null && !Array.isArray(value);

/** What openapi-typescript writes of one path item, webhook or component. */
export interface TypesUnit {
  /** Hash of all that the text was made of. */
  readonly madeOf: string;
  /** The member of the interface. */
  readonly text: string;
  /** The members of `operations` that come of a path item. */
  readonly operations?: readonly string[];
  /** The declaration that a component's type was moved to. */
  readonly alias?: TypesDeclaration;
}

/** Units by their pointers. */
export type TypesUnits = ReadonlyMap<string, TypesUnit>;

/** What was written of a document, in parts, so that what is written of another version of it need not be written anew. */
export interface KeptTypes {
  readonly units: TypesUnits;
  /** Helpers that types of units use. */
  readonly helpers: readonly TypesDeclaration[];
}

const isText = (value: unknown): value is string => typeof value === "string";

const isDeclaration = (value: unknown): value is TypesDeclaration => isObject(value) && isText(value["name"]) && isText(value["text"]);

const isUnit = (value: unknown): value is TypesUnit => {
  if (!isObject(value) || !isText(value["madeOf"]) || !isText(value["text"])) return false;
  const { operations = [], alias } = value;
  return Array.isArray(operations) && operations.every(isText) && (alias === undefined || isDeclaration(alias));
};

/** As it was written; nothing of what is none, which costs time and no more. */
export const readKeptTypes = (text: string): KeptTypes => {
  const none: KeptTypes = { units: new Map(), helpers: [] };
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || !isObject(value["units"]) || !Array.isArray(value["helpers"])) return none;
    const { units, helpers } = value;
    return { units: new Map(Object.entries(units).filter((entry): entry is [string, TypesUnit] => isUnit(entry[1]))), helpers: helpers.filter(isDeclaration) };
  } catch {
    return none;
  }
};

export const keptTypesText = ({ units, helpers }: KeptTypes): string => JSON.stringify({ units: Object.fromEntries(units), helpers });

/** Where units stand: `paths`, `components/schemas`. */
export const unitSections = [["paths"], ["webhooks"], ...["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"].map((name) => ["components", name])] as const;

/** The members of a section. Path items that are none are passed over, as openapi-typescript does. */
export const membersOf = (document: PlainDocument, section: readonly string[]): readonly (readonly [name: string, value: unknown])[] => {
  const value = section.reduce<unknown>((around, name) => (isObject(around) ? around[name] : undefined), document);
  return isObject(value) ? Object.entries(value).filter(([, member]) => section[0] !== "paths" || (typeof member === "object" && member !== null)) : [];
};

export const unitKey = (section: readonly string[], name: string): Pointer => child("", ...section, name);

/** The document with no other units than the wanted ones. */
export const withUnits = (document: PlainDocument, isWanted: (key: string) => boolean): PlainDocument => {
  const wanted = (section: readonly string[]): PlainDocument => Object.fromEntries(membersOf(document, section).filter(([name]) => isWanted(unitKey(section, name))));
  const components = isObject(document["components"]) ? document["components"] : {};
  const within = Object.keys(components).map((name): readonly [string, unknown] => [name, unitSections.some(([, inner]) => inner === name) ? wanted(["components", name]) : components[name]]);
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => (name === "components" ? [name, Object.fromEntries(within)] : name === "paths" || name === "webhooks" ? [name, isObject(value) ? wanted([name]) : value] : [name, value])),
  );
};

/** Those that openapi-typescript looks at. */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** How many members of `operations` come of a path item. */
export const operationsIn = (item: unknown): number =>
  isObject(item) && !("$ref" in item) ? methods.filter((method) => isObject(item[method]) && !("$ref" in item[method]) && Boolean(item[method]["operationId"])).length : 0;

/** JSON knows neither infinity nor minus zero, which a default may be. */
const exactly = (_: string, value: unknown): unknown => (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)) ? `number ${Object.is(value, -0) ? "-0" : String(value)}` : value);

const reference = /"\$ref":("(?:[^"\\]|\\.)*")/g;

/** The unit that a reference leads to or into: "#/components/schemas/Pet/properties/name" ~> "/components/schemas/Pet"; undefined where it leads to several. */
const unitAt = (text: string): Pointer | undefined => {
  const fragment = text.replace(/^#/, "");
  const names = tokens(decoded(fragment) ?? fragment);
  const depth = names[0] === "components" ? 3 : 2;
  return names.length < depth ? undefined : child("", ...names.slice(0, depth));
};

/** What openapi-typescript could look at beside units, and beside what is there for people. */
const besides = ({ info: _, tags: __, ...document }: PlainDocument): string => JSON.stringify(withUnits(document, () => false), exactly);

/**
 * Hashes of all units, by their keys: of what a unit says, of all units that it leads to, and of the `ground`, which is the same for all.
 * Those in a circle of references have a hash together.
 */
export const unitHashes = (document: PlainDocument, ground: string, digest: (text: string) => string): ReadonlyMap<string, string> => {
  const texts = new Map(unitSections.flatMap((section) => membersOf(document, section).map(([name, value]) => [unitKey(section, name), JSON.stringify(value, exactly)] as const)));
  const next = (key: string): readonly string[] =>
    [...(texts.get(key) ?? "").matchAll(reference)].flatMap(([, quoted = '""']): readonly string[] => {
      const target = unitAt(String(JSON.parse(quoted)));
      return target === undefined ? [...texts.keys()] : texts.has(target) ? [target] : [];
    });
  const hashes = new Map<string, string>();
  const around = digest(`${ground}\n${besides(document)}`);
  for (const { nodes } of componentsOf(texts.keys(), next)) {
    const within = new Set(nodes);
    const own = nodes.map((key) => `${key} ${texts.get(key)} ${next(key).map((one) => (within.has(one) ? "" : hashes.get(one))).join(" ")}`);
    const all = digest(`${around}\n${own.sort().join("\n")}`);
    for (const key of nodes) hashes.set(key, digest(`${key} ${all}`));
  }
  return hashes;
};
