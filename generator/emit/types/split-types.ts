import { chunks, moduleLimit } from "../chunks.js";
import { kebabCase, pascalCase } from "../../plan/words.js";

/** A module of plain types; the path is below `src/`, without extension. */
export interface TypesModule {
  readonly path: string;
  readonly text: string;
}

/** An exported interface, `paths` or `components`, by its members. What stands in a member of `sections` may be taken out of it too. */
export interface TypesInterface {
  readonly name: string;
  readonly members: readonly TypesMember[];
}

/** `schemas` of `components` comes with its own members. */
export type TypesMember = { readonly text: string } | { readonly name: string; readonly members: readonly string[] };

/** Everything of a module of plain types. */
export interface TypesText {
  readonly interfaces: readonly TypesInterface[];
  /** Declarations that stay together: other exports, and helpers that are not exported, which parts have to import. */
  readonly others: readonly TypesDeclaration[];
}

export interface TypesDeclaration {
  readonly name: string;
  readonly text: string;
}

const main = "openapi";

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);

interface Part {
  readonly name: string;
  readonly path: string;
  readonly members: readonly string[];
}

/** The formatter breaks long lines, which adds up to a tenth. */
const roughLimit = 0.85 * moduleLimit;

const partsOf = (name: string, members: readonly string[]): readonly Part[] =>
  chunks(members, ({ length }) => length, roughLimit).map((chunk, index) => ({
    name: `${pascalCase(name, "Types")}${index + 1}`,
    path: `${main}/${kebabCase(name, "types")}-${index + 1}`,
    members: chunk,
  }));

/** What may be taken out of the main module: an interface, or a section of one. Interfaces are the length of what no section holds. */
interface Movable {
  readonly name: string;
  readonly length: number;
}

const movablesOf = ({ name, members }: TypesInterface): readonly Movable[] => [
  { name, length: lengthOf(members.flatMap((member) => ("text" in member ? [member.text] : []))) },
  ...members.flatMap((member) => ("text" in member ? [] : [{ name: `${name}.${member.name}`, length: lengthOf(member.members) }])),
];

/** The longest, as many as it takes for the rest to be a module that is not too large. */
const moved = ({ interfaces, others }: TypesText): ReadonlySet<string> => {
  const movables = interfaces.flatMap(movablesOf).sort((left, right) => right.length - left.length);
  let left = lengthOf(others.map(({ text }) => text)) + movables.reduce((sum, { length }) => sum + length, 0);
  const names = new Set<string>();
  for (const { name, length } of movables) {
    if (left <= roughLimit) break;
    names.add(name);
    left -= length;
  }
  return names;
};

const interfaceText = (name: string, members: readonly string[], bases: readonly Part[] = []): string => {
  const heritage = bases.length === 0 ? "" : ` extends ${bases.map((base) => base.name).join(", ")}`;
  return `interface ${name}${heritage} {\n${members.join("")}}\n`;
};

export const isExported = ({ text }: TypesDeclaration): boolean => text.startsWith("export ");

const partText = ({ name, members }: Part, interfaces: readonly string[], helpers: readonly string[]): string => {
  const text = members.join("");
  // interfaces are referred to by their members: `components["schemas"]`; one name too many would do no harm
  const used = [...interfaces.filter((one) => text.includes(`${one}["`)), ...helpers.filter((one) => new RegExp(`\\b${one}\\b`).test(text))];
  const imports = used.length === 0 ? "" : `import type { ${used.join(", ")} } from "../${main}.js";\n\n`;
  return `${imports}export ${interfaceText(name, members)}`;
};

/**
 * The modules of plain types: one, unless that were too large for an editor. Then long interfaces extend their parts, each in a
 * module of its own, and stay what they were for whoever uses them.
 */
export const splitTypes = (types: TypesText): readonly TypesModule[] => {
  const { interfaces, others } = types;
  const movedOut = moved(types);
  const parts: Part[] = [];
  const sections: string[] = [];
  const taken = (movable: string, name: string, members: readonly string[]): readonly Part[] => {
    const made = movedOut.has(movable) ? partsOf(name, members) : [];
    parts.push(...made);
    return made;
  };
  const texts = interfaces.map(({ name, members }) => {
    const left = members.map((member) => {
      if ("text" in member) return member.text;
      const own = taken(`${name}.${member.name}`, member.name, member.members);
      if (own.length === 0) return `${member.name}: {\n${member.members.join("")}};\n`;
      const type = pascalCase(member.name, "Types");
      sections.push(interfaceText(type, [], own));
      return `${member.name}: ${type};\n`;
    });
    const bases = taken(name, name, left);
    return `export ${interfaceText(name, bases.length === 0 ? left : [], bases)}`;
  });
  const names = interfaces.map(({ name }) => name);
  const helpers = others.filter((one) => !isExported(one)).map(({ name }) => name);
  const imports = parts.map((part) => `import type { ${part.name} } from "./${part.path}.js";\n`).join("");
  return [
    { path: main, text: [...(imports === "" ? [] : [`${imports}\n`]), ...texts, ...sections, ...others.map((one) => (parts.length === 0 || isExported(one) ? one.text : `export ${one.text}`))].join("") },
    ...parts.map((part) => ({ path: part.path, text: partText(part, names, helpers) })),
  ];
};
