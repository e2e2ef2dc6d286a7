import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { compareSurfaces } from "../../generator/compare/compare-surfaces.js";
import { surfaceFor } from "./support/versions.js";

const corpora = fileURLToPath(new URL("../../../shared/corpora/openapi", import.meta.url));

type Members = Record<string, JsonValue>;

const isMembers = (value: JsonValue | undefined): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

const membersAt = (value: JsonValue | undefined): Members => (isMembers(value) ? value : {});

/** What somebody may do to one property of a schema, where it can be done, and what is to be told of it. */
interface Edit {
  readonly code: string;
  readonly field: string;
  readonly change: (schema: Members, properties: Members) => void;
}

const isPlainText = (property: JsonValue | undefined): boolean =>
  isMembers(property) && property["type"] === "string" && ["enum", "format", "pattern", "nullable", "readOnly", "writeOnly", "const", "maxLength", "minLength"].every((key) => !Object.hasOwn(property, key));

const editsOf = (schema: Members): readonly Edit[] => {
  const properties = membersAt(schema["properties"]);
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const [text] = Object.keys(properties).filter((name) => isPlainText(properties[name])).sort();
  const optional = text === undefined || required.includes(text) ? undefined : text;
  return [
    { code: "field-optional-added", field: "entirely_new", change: (_, own) => void (own["entirely_new"] = { type: "string" }) },
    ...(optional === undefined ? [] : [{ code: "field-removed", field: optional, change: (_: Members, own: Members) => void delete own[optional] }]),
    ...(text === undefined
      ? []
      : [
          { code: "type-changed", field: text, change: (_: Members, own: Members) => void (own[text] = { type: "integer" }) },
          { code: "limit-tightened", field: text, change: (_: Members, own: Members) => void (own[text] = { ...membersAt(own[text]), maxLength: 7 }) },
        ]),
    ...(optional === undefined ? [] : [{ code: "field-required", field: optional, change: (own: Members) => void (own["required"] = [...required, optional]) }]),
  ];
};

describe.skipIf(!existsSync(corpora))("real descriptions", () => {
  test.each(["asana.json", "galaxy-3.1.json"])("%s: every edit is told, and nothing else", (file) => {
    const text = readFileSync(path.join(corpora, file), "utf8");
    const [old, now] = [JSON.parse(text), JSON.parse(text)] as [Members, Members];
    const before = surfaceFor(old);
    expect(compareSurfaces(before, surfaceFor(now))).toEqual([]);
    const types = new Map(before.schemas.flatMap(({ component, id }) => (component === undefined ? [] : [[component, id] as const])));
    const expected = new Set<string>();
    const schemas = membersAt(membersAt(now["components"])["schemas"]);
    for (const [index, [name, schema]] of Object.entries(schemas).sort(([left], [right]) => (left < right ? -1 : 1)).entries()) {
      if (!isMembers(schema) || schema["type"] !== "object" || !isMembers(schema["properties"]) || ["allOf", "anyOf", "oneOf"].some((key) => Object.hasOwn(schema, key))) continue;
      const edits = editsOf(schema);
      const edit = edits[index % edits.length];
      if (edit === undefined) continue;
      edit.change(schema, schema["properties"]);
      expected.add(`${types.get(name) ?? name}.${edit.field} ${edit.code}`);
    }
    const found = compareSurfaces(before, surfaceFor(now)).map(({ subject, code }) => `${subject} ${code}`);
    expect(expected.size).toBeGreaterThan(10);
    expect([...new Set(found)].sort()).toEqual([...expected].sort());
  });
});
