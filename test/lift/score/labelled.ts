import { readFileSync } from "node:fs";
import { Document, parse } from "yaml";
import type { SourceObject, SourceValue } from "../../../generator/source/value.js";

/** A description with its scope, labelled by hand: see README.md in this folder. */
export interface Labelled {
  readonly id: string;
  readonly from: string;
  readonly at?: string;
  readonly scope: "object" | "query";
  readonly openapi: number;
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly rules: readonly string[];
  readonly reason?: string;
}

/** The files of labels, and what they are for. */
export const labelFiles = ["seen", "unseen", "negatives"] as const;

export type LabelFile = (typeof labelFiles)[number];

export const readLabels = (file: LabelFile): readonly Labelled[] => parse(readFileSync(new URL(`${file}.yaml`, import.meta.url), "utf8"));

const asSource = (value: unknown): SourceValue => {
  if (Array.isArray(value)) return value.map(asSource);
  if (typeof value === "object" && value !== null) return new Map(Object.entries(value).map(([key, one]) => [key, asSource(one)]));
  return value === undefined ? null : (value as SourceValue);
};

/** A description that says of the fields what the label does, with the text where it stands. */
export const documentOf = ({ scope, at, text, fields, openapi }: Labelled): SourceObject => {
  const info = { title: "labelled", version: "1" };
  const version = openapi === 3 ? "3.0.3" : "3.1.0";
  const schemas = Object.entries(fields).map(([name, schema]) => [name, { ...(schema as object), ...(name === at ? { description: text } : {}) }] as const);
  const object = { type: "object", ...(at === undefined ? { description: text } : {}), properties: Object.fromEntries(schemas) };
  const parameters = Object.entries(fields).map(([name, schema]) => ({ name, in: "query", ...(name === at ? { description: text } : {}), schema }));
  const operation = { operationId: "labelled", ...(at === undefined ? { description: text } : {}), parameters, responses: { "200": { description: "ok" } } };
  const root = scope === "object" ? { openapi: version, info, paths: {}, components: { schemas: { Labelled: object } } } : { openapi: version, info, paths: { "/labelled": { get: operation } } };
  const source = asSource(root);
  if (!(source instanceof Map)) throw new Error("an object was made");
  return source;
};

/** For people who look at one: the description as YAML. */
export const shownDocument = (labelled: Labelled): string => new Document(documentOf(labelled)).toString();
