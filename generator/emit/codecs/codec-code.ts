import { type Code, code, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { CodecTree } from "../../model/codec-tree.js";
import type { Schema } from "../../model/schema.js";
import type { CodecNames, Plan } from "../../plan/plan.js";
import { isPlain } from "../../../templates/client/wire/representation.js";

/** A computed key: a literal `__proto__` would set the prototype. */
const valueKey = (name: string): Code => (name === "__proto__" ? code`["__proto__"]` : propertyKey(name));

/** Types know no dynamic scopes: in each of them a schema has the codec that it has by itself. */
const namesOf = ({ variant: _, ...schema }: Schema, plan: Plan): CodecNames | undefined => plan.plannedFor(schema)?.names.codec;

/** A codec by its two halves. */
export interface CodecCode {
  readonly value: Code;
  readonly type: Code;
}

const nothing: CodecCode = { value: code`{ members: {} }`, type: code`unknown` };

/** A codec for the run time (templates/client/wire/codec.ts). What a reference leads to may refer back, so it is asked for later. */
const treeValue = (tree: CodecTree, plan: Plan): Code => {
  if (tree.kind === "leaf") return literal(tree.leaf);
  if (tree.kind === "reference") {
    const names = namesOf(tree.to, plan);
    return names === undefined ? nothing.value : code`() => ${symbol(names.module, names.value)}`;
  }
  if (tree.kind === "items") return code`{ items: ${treeValue(tree.items, plan)} }`;
  const members = [...tree.members].map(([name, member]) => code`${valueKey(name)}: ${treeValue(member, plan)}`);
  const rest = tree.rest === undefined ? code`` : code`, rest: ${treeValue(tree.rest, plan)}`;
  return code`{ members: { ${join(members, ", ")} }${rest} }`;
};

/** The same for types (templates/client/wire/decoded.ts). */
const treeType = (tree: CodecTree, plan: Plan): Code => {
  if (tree.kind === "leaf") return literal(tree.leaf);
  if (tree.kind === "reference") {
    const names = namesOf(tree.to, plan);
    return names === undefined ? nothing.type : code`${typeSymbol(names.module, names.type)}`;
  }
  if (tree.kind === "items") return code`{ readonly items: ${treeType(tree.items, plan)} }`;
  const members = [...tree.members].map(([name, member]) => code`readonly ${propertyKey(name)}: ${treeType(member, plan)};\n`);
  const rest = tree.rest === undefined ? code`unknown` : treeType(tree.rest, plan);
  return code`{\nreadonly members: {\n${members}};\nreadonly rest: ${rest};\n}`;
};

/** The codec of a schema: by name where it has one, spelled out otherwise. Undefined where there is nothing to see otherwise. */
export const codecCode = (schema: Schema | undefined, plan: Plan): CodecCode | undefined => {
  const tree = schema === undefined ? undefined : plan.codecOf(schema);
  if (schema === undefined || tree === undefined) return undefined;
  const names = namesOf(schema, plan);
  if (names !== undefined) return { value: code`${symbol(names.module, names.value)}`, type: code`${typeSymbol(names.module, names.type)}` };
  return { value: treeValue(tree, plan), type: treeType(tree, plan) };
};

/** The same as it stands in the module that gives it its name. */
export const ownCodecCode = (schema: Schema, plan: Plan): CodecCode => {
  const tree = plan.codecOf(schema);
  return tree === undefined ? nothing : { value: treeValue(tree, plan), type: treeType(tree, plan) };
};

/** `wireOf(accountCodec)` */
export const wireCode = (schema: Schema | undefined, plan: Plan): Code | undefined => {
  const codec = codecCode(schema, plan);
  return codec === undefined ? undefined : code`/* @__PURE__ */ ${symbol("runtime/client/wire/wire", "wireOf")}(${codec.value})`;
};

const shown = identifier("Shown");

/** What a client shows, or where that was left open, what those of the package do. */
export const shownType = (plan: Plan): Code =>
  isPlain(plan.representation) ? shown : code`${typeSymbol("runtime/client/wire/representation", "Settled")}<${shown}, ${standardType(plan)}>`;

/** What a program gets of a type of the wire, by the type of its codec. */
export const decodedBy = (type: Code, codec: Code, plan: Plan): Code => code`${typeSymbol("runtime/client/wire/decoded", "Decoded")}<${type}, ${codec}, ${shownType(plan)}>`;

/** What a program gets of a type of the wire. */
export const decodedType = (type: Code, schema: Schema | undefined, plan: Plan): Code => {
  const codec = codecCode(schema, plan);
  return codec === undefined ? type : decodedBy(type, codec.type, plan);
};

/** What a program may give for it. */
export const encodableType = (type: Code, schema: Schema | undefined, plan: Plan): Code => {
  const codec = codecCode(schema, plan);
  return codec === undefined ? type : code`${typeSymbol("runtime/client/wire/decoded", "Encodable")}<${type}, ${codec.type}, ${shownType(plan)}>`;
};

const representation = code`${typeSymbol("runtime/client/wire/representation", "AnyRepresentation")}`;

/** How clients of the package show values unless told otherwise. */
export const standardType = ({ representation: standard }: Plan): Code =>
  isPlain(standard) ? code`${typeSymbol("runtime/client/wire/representation", "PlainRepresentation")}` : literal({ ...standard });

/** `Shown extends AnyRepresentation` */
export const shownParameter = code`${shown} extends ${representation}`;

/** `Shown extends AnyRepresentation = PlainRepresentation` */
export const shownParameterWithStandard = (plan: Plan): Code => code`${shownParameter} = ${standardType(plan)}`;

/** `ApiClient<Shown>` */
export const shownClient = code`${typeSymbol("runtime/client/client", "ApiClient")}<${shown}>`;
