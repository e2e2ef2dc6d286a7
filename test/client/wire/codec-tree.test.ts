import { expect, test } from "vitest";
import { type CodecTree, createCodecTrees } from "../../../generator/model/codec-tree.js";
import type { Contract } from "../../../generator/model/contract.js";
import { contractOf, documentOf } from "../../filters/support/contract.js";

const described = (schemas: string): Contract =>
  contractOf(documentOf(`
openapi: 3.1.0
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    Moment: { type: string, format: date-time }
    Person: { type: object, properties: { name: { type: string }, born: { type: string, format: date } } }
    Firm: { type: object, properties: { name: { type: string }, founded: { type: string, format: date } } }
    Text: { type: object, properties: { born: { type: string } } }
${schemas.replace(/^/gm, "    ")}
`)).contract;

/** A tree in few words. */
const shown = (tree: CodecTree | undefined): unknown => {
  if (tree === undefined) return "nothing";
  if (tree.kind === "leaf") return tree.leaf;
  if (tree.kind === "reference") return `→ ${tree.to.pointer.split("/").at(-1)}`;
  if (tree.kind === "items") return [shown(tree.items)];
  const rest = tree.rest === undefined ? {} : { "*": shown(tree.rest) };
  return { ...Object.fromEntries([...tree.members].map(([name, member]) => [name, shown(member)])), ...rest };
};

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

test.each<[string, unknown]>([
  ["{ type: string, format: date-time }", "date-time"],
  ["{ type: [string, 'null'], format: date }", "date"],
  ["{ type: string, format: ms-date }", "ms-date"],
  ["{ type: string, format: iso-duration }", "duration"],
  ["{ type: integer, format: int64 }", "int64"],
  ["{ type: number, format: decimal }", "decimal"],
  // text already, so nothing is lost
  ["{ type: string, format: decimal }", "nothing"],
  ["{ type: integer, format: int32 }", "nothing"],
  // a number of that name, and a text that is one of a few
  ["{ type: integer, format: date-time }", "nothing"],
  ["{ type: string, format: date, enum: ['2026-01-01'] }", "nothing"],
  [ref("Moment"), "→ Moment"],
  [`{ anyOf: [${ref("Moment")}, { type: 'null' }] }`, "→ Moment"],
  [`{ type: array, items: ${ref("Person")} }`, ["→ Person"]],
  [`{ type: object, additionalProperties: ${ref("Moment")} }`, { "*": "→ Moment" }],
  ["{ type: object, properties: { a: { type: array, items: { type: array, items: { type: string, format: date } } }, b: { type: string } } }", { a: [["date"]] }],
  // all of them hold
  [`{ allOf: [${ref("Person")}, { properties: { seen: ${ref("Moment")} } }] }`, { born: "date", seen: "→ Moment" }],
  [`{ allOf: [${ref("Person")}, ${ref("Text")}] }`, { born: "date" }],
  // one of them holds: what may be any text stays one
  [`{ oneOf: [${ref("Person")}, ${ref("Firm")}] }`, { born: "date", founded: "date" }],
  [`{ oneOf: [${ref("Person")}, ${ref("Text")}] }`, "nothing"],
  ["{ anyOf: [{ type: string, format: date }, { type: string, format: date-time }] }", "nothing"],
  ["{ anyOf: [{ type: string, format: date }, { type: string }] }", "nothing"],
  ["{ anyOf: [{ type: string, format: date }, { type: boolean }] }", "date"],
  [`{ oneOf: [{ type: string }, ${ref("Person")}] }`, { born: "date" }],
  [`{ oneOf: [${ref("Person")}, { type: array, items: ${ref("Person")} }] }`, "nothing"],
  ["{ type: object, properties: { __proto__: { type: string, format: date } } }", { ["__proto__"]: "date" }],
  ["{ type: array, prefixItems: [{ type: string, format: date }], items: { type: string, format: date } }", "nothing"],
  ["true", "nothing"],
  ["{}", "nothing"],
])("%s", (schema, expected) => {
  const subject = described(`Subject: ${schema}`).schemas.at(-1)?.schema;
  if (subject === undefined) throw new Error("no schema");
  expect(shown(createCodecTrees()(() => true)(subject))).toEqual(expected);
});

test("schemas that refer to themselves, with and without anything to see", () => {
  const { schemas } = described(`
Node: { type: object, properties: { at: ${ref("Moment")}, children: { type: array, items: ${ref("Node")} } } }
Left: { type: object, properties: { right: ${ref("Right")} } }
Right: { type: object, properties: { left: ${ref("Left")}, at: { type: string, format: date } } }
Blank: { type: object, properties: { next: ${ref("Blank")}, name: { type: string } } }
Endless: { allOf: [${ref("Endless")}] }
`);
  const treeOf = createCodecTrees()(() => true);
  expect(Object.fromEntries(schemas.map(({ name, schema }) => [name, shown(treeOf(schema))]))).toMatchObject({
    Node: { at: "→ Moment", children: ["→ Node"] },
    Left: { right: "→ Right" },
    Right: { left: "→ Left", at: "date" },
    Blank: "nothing",
    Endless: "nothing",
  });
});
