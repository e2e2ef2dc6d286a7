import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Contract } from "../model/contract.js";
import { child, type Pointer } from "../source/pointer.js";
import { valueAt } from "../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import type { Check } from "./check.js";

/** What is expected of an extension's value, in words, and whether a value is that. */
interface Shape {
  readonly expected: string;
  readonly fits: (value: SourceValue, owner: SourceObject) => boolean;
}

const isText = (value: SourceValue | undefined): boolean => typeof value === "string" && value !== "";

const isNames = (value: SourceValue | undefined, least: number): boolean =>
  isSourceArray(value) && value.length >= least && value.every(isText);

const isChain = (value: SourceValue): boolean =>
  isNames(value, 2) ||
  (isSourceObject(value) &&
    isNames(value.get("fields"), 2) &&
    (!value.has("strict") || typeof value.get("strict") === "boolean"));

const isArraySchema = (owner: SourceObject): boolean => owner.get("type") === "array" || owner.has("items");

const anything: Shape = { expected: "", fits: () => true };

const isEvidence = (value: SourceValue): boolean =>
  isSourceObject(value) &&
  ["statement", "sentence", "recogniser"].every((key) => isText(value.get(key))) &&
  ["certain", "likely", "guess"].some((confidence) => value.get("confidence") === confidence) &&
  (!value.has("at") || isText(value.get("at")));

/** What `lift` writes beside keywords that stand in for sentences. */
const evidence: Shape = {
  expected: "a list of objects with `statement`, `sentence`, `recogniser` and `confidence` (certain, likely or guess)",
  fits: (value) => isSourceArray(value) && value.every(isEvidence),
};

const onSchemas: Readonly<Record<string, Shape>> = {
  "x-unique-by": {
    expected: "a list of fields (one key), or a list of such lists, on an array schema",
    fits: (value, owner) =>
      isArraySchema(owner) &&
      (isNames(value, 1) || (isSourceArray(value) && value.length > 0 && value.every((key) => isNames(key, 1)))),
  },
  "x-ascending": {
    expected: "a list of chains, each a list of two or more fields or `{ fields, strict }`",
    fits: (value) => isSourceArray(value) && value.length > 0 && value.every(isChain),
  },
  "x-secret": { expected: "true or false", fits: (value) => typeof value === "boolean" },
  "x-unique": { expected: "true or false", fits: (value) => typeof value === "boolean" },
  "x-evidence": evidence,
  "x-provenance": anything,
};

const object = (expected: string): Shape => ({ expected, fits: isSourceObject });

const onOperations: Readonly<Record<string, Shape>> = {
  "x-filter": { expected: "false, which says that no parameter of the operation is a filter", fits: (value) => value === false },
  "x-query-rules": object("an object of JSON Schema assertions"),
  "x-bulk": object("an object with `request` and `response`"),
  "x-pagination": { expected: "an object with `page` and `size`, or `cursor`, or false", fits: (value) => value === false || isSourceObject(value) },
  "x-stream": object("an object with `parameter` and `value`"),
  "x-authorization": object("an object with `roles` and `permissions`"),
  "x-evidence": evidence,
  "x-provenance": anything,
};

const onParameters: Readonly<Record<string, Shape>> = { "x-evidence": evidence, "x-filter": anything, "x-provenance": anything };

const onDocument: Readonly<Record<string, Shape>> = { "x-evidence": evidence, "x-filter-dialect": anything, "x-provenance": anything };

const checkOne = (owner: SourceObject, pointer: Pointer, shapes: Readonly<Record<string, Shape>>, report: Report): void => {
  for (const [key, value] of owner) {
    if (!key.startsWith("x-")) continue;
    const at = child(pointer, key);
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (shape === undefined) {
      const near = suggest(key, Object.keys(shapes));
      // extensions of other tools are none of our business; a misspelt one of ours is
      if (near !== undefined)
        report("extension-unknown", {
          message: `there is no extension ${JSON.stringify(key)} here`,
          at: { pointer: at, part: "key" },
          hint: `did you mean ${JSON.stringify(near)}?`,
        });
    } else if (!shape.fits(value, owner))
      report("extension-invalid", { message: `\`${key}\` must be ${shape.expected}`, at: { pointer: at } });
  }
};

const places = (contract: Contract): readonly (readonly [Pointer, Readonly<Record<string, Shape>>])[] => [
  ["", onDocument],
  ...contract.operations.map(({ pointer }) => [pointer, onOperations] as const),
  ...contract.operations.flatMap(({ parameters }) => parameters.map(({ pointer }) => [pointer, onParameters] as const)),
  ...[...contract.schemaAt.keys()].map((pointer) => [pointer, onSchemas] as const),
];

/** Our extensions have the right shape and stand where they mean something; one that is nearly ours is pointed out. */
export const extensionShapes: Check = (contract, report) => {
  for (const [pointer, shapes] of places(contract)) {
    const owner = valueAt(contract.document, pointer);
    if (isSourceObject(owner)) checkOne(owner, pointer, shapes, report);
  }
};
