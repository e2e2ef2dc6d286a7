import type { TypesDeclaration, TypesInterface, TypesMember, TypesText } from "./split-types.js";
import { membersOf, type PlainDocument, type TypesUnit, type TypesUnits, unitKey, unitSections } from "./types-units.js";

/** What is there beside the units. */
export interface BesideUnits {
  /** `paths` and the like, as types, where nothing is in them. */
  readonly roots: readonly TypesDeclaration[];
  /** What types of units use. */
  readonly helpers: readonly TypesDeclaration[];
}

const interfaceOf = (name: string, texts: readonly string[]): readonly TypesInterface[] => (texts.length === 0 ? [] : [{ name, members: texts.map((text) => ({ text })) }]);

const textsOf = ({ text, operations = [], alias }: TypesUnit): readonly string[] => [text, ...operations, ...(alias === undefined ? [] : [alias.text])];

/** The types of a document, by the units that it has, in its order. */
export const typesText = (document: PlainDocument, units: TypesUnits, { roots, helpers }: BesideUnits): TypesText => {
  const unitsIn = (section: readonly string[]): readonly TypesUnit[] => membersOf(document, section).flatMap(([name]) => units.get(unitKey(section, name)) ?? []);
  const textsIn = (section: readonly string[]): readonly string[] => unitsIn(section).map(({ text }) => text);
  const sections = unitSections.flatMap((section): readonly TypesMember[] => {
    const [first, name] = section;
    if (first !== "components" || name === undefined) return [];
    const members = textsIn(section);
    return [members.length === 0 ? { text: `${name}: never;\n` } : { name, members }];
  });
  const all = unitSections.flatMap(unitsIn);
  const made = [
    ...interfaceOf("paths", textsIn(["paths"])),
    ...interfaceOf("webhooks", textsIn(["webhooks"])),
    { name: "components", members: sections },
    ...interfaceOf("operations", all.flatMap(({ operations = [] }) => operations)),
  ];
  const isUsed = ({ name }: TypesDeclaration): boolean => all.some((unit) => textsOf(unit).some((text) => text.includes(`${name}<`)));
  const isEmpty = ({ name }: TypesDeclaration): boolean => !made.some((one) => one.name === name);
  const left = roots.filter(isEmpty);
  // in the order of openapi-typescript, which adds operations last
  return { interfaces: made, others: [...left.filter(({ name }) => name !== "operations"), ...helpers.filter(isUsed), ...left.filter(({ name }) => name === "operations"), ...all.flatMap(({ alias }) => alias ?? [])] };
};
