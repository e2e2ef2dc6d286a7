import { choices } from "../../templates/client/wire/representation.js";
import { suggest } from "../diagnostics/suggest.js";
import { emitterProblem } from "../emitters/emitter-problem.js";
import { dialects } from "../filters/index.js";
import { formatters, isFormatter } from "../print/formatters.js";
import type { Config } from "./define-config.js";
import { isRecord } from "./is-record.js";
import { packageJsonProblems } from "./package-json.js";
import { readingKeys, readingProblems } from "./reading.js";

export type ParsedConfig = { readonly config: Config } | { readonly problems: readonly string[] };

type Members = Readonly<Record<string, unknown>>;

/** Names that npm takes for a package (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
export const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** A key that is none of those that there are, and which of them was probably meant. */
interface UnknownKey {
  readonly key: string;
  readonly meant: string | undefined;
}

const unknownKeys = (value: Members, known: readonly string[]): readonly UnknownKey[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    // what is there under its right name was not meant
    .map((key) => ({ key, meant: suggest(key, known.filter((name) => !Object.hasOwn(value, name))) }));

const unknownKeyProblems = (unknown: readonly UnknownKey[], known: readonly string[], where: string): readonly string[] =>
  unknown.map(({ key, meant }) =>
    `${where} has no option ${JSON.stringify(key)}; ${meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${meant}?`}`,
  );

/** Is it there, though misspelt? Then that is all there is to say. */
const isMeant = (unknown: readonly UnknownKey[], name: string): boolean => unknown.some(({ meant }) => meant === name);

const choiceProblems = (api: Members, where: string): readonly string[] =>
  Object.entries(choices).flatMap(([key, values]: readonly [string, readonly unknown[]]) =>
    api[key] === undefined || values.includes(api[key]) ? [] : [`${where}.${key} must be one of ${values.map((value) => JSON.stringify(value)).join(", ")}`],
  );

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

const identifierShape = /^[A-Za-z_$][\w$]*$/;

const nameKinds = ["schemas", "operations"] as const;

const nameMapProblems = (names: unknown, where: string): readonly string[] => {
  if (names === undefined) return [];
  if (!isRecord(names)) return [`${where} must be an object of names`];
  const given = Object.entries(names);
  return given.flatMap(([key, name], index): readonly string[] => {
    const at = `${where}[${JSON.stringify(key)}]`;
    if (typeof name !== "string" || !identifierShape.test(name)) return [`${at} must be an identifier: letters and digits of ASCII, "_" and "$", no digit first`];
    const before = given.slice(0, index).find(([, other]) => other === name);
    return before === undefined ? [] : [`${at} is ${JSON.stringify(name)}, which is the name of ${JSON.stringify(before[0])} already`];
  });
};

const namesProblems = (names: unknown, where: string): readonly string[] => {
  if (names === undefined) return [];
  if (!isRecord(names)) return [`${where} must be an object with \`schemas\` and \`operations\``];
  return [...nameKinds.flatMap((kind) => nameMapProblems(names[kind], `${where}.${kind}`)), ...unknownKeyProblems(unknownKeys(names, nameKinds), nameKinds, where)];
};

const emitterKeys = ["module", "export", "options"] as const;

const emitterProblems = (emitter: unknown, where: string): readonly string[] => {
  if (isText(emitter)) return [];
  if (!isRecord(emitter)) return [`${where} must be an emitter, the path of a module that exports one, or an object with \`module\``];
  if ("emit" in emitter || "apiVersion" in emitter) {
    const problem = emitterProblem(emitter);
    return problem === undefined ? [] : [`${where}: ${problem}`];
  }
  const unknown = unknownKeys(emitter, emitterKeys);
  const { module, export: exported } = emitter;
  return [
    ...(isText(module) || isMeant(unknown, "module") ? [] : [`${where}.module must be the path of a module`]),
    ...(exported === undefined || (typeof exported === "string" && identifierShape.test(exported)) ? [] : [`${where}.export must be the name of what the module exports`]),
    ...unknownKeyProblems(unknown, emitterKeys, where),
  ];
};

/** What is wrong with a list of emitters that `where` names. */
export const emittersProblems = (emitters: unknown, where: string): readonly string[] => {
  if (emitters === undefined) return [];
  if (!Array.isArray(emitters)) return [`${where} must be a list of emitters`];
  return emitters.flatMap((emitter, index) => emitterProblems(emitter, `${where.replaceAll("`", "")}[${index}]`));
};

const apiKeys = ["input", "overlays", "only", "out", "dates", "int64", "decimals", "names", "filterDialect", "packageJson", "emitters", ...readingKeys] as const;

const dialectProblems = ({ filterDialect }: Members, where: string): readonly string[] => {
  const names: readonly unknown[] = Object.keys(dialects);
  const isKnown = filterDialect === undefined || filterDialect === false || names.includes(filterDialect);
  return isKnown ? [] : [`${where}.filterDialect must be false or one of ${names.map((name) => JSON.stringify(name)).join(", ")}`];
};

const apiProblems = (name: string, api: unknown): readonly string[] => {
  const where = `apis[${JSON.stringify(name)}]`;
  if (!isRecord(api)) return [`${where} must be an object with \`input\``];
  const unknown = unknownKeys(api, apiKeys);
  const { input, out, overlays, only } = api;
  return [
    ...(packageName.test(name) ? [] : [`${where}: the name must be one that npm takes (lower case, digits, "-", ".", "_")`]),
    ...((typeof input === "string" && input !== "") || isMeant(unknown, "input") ? [] : [`${where}.input must be the path of a description`]),
    ...(out === undefined || (typeof out === "string" && out !== "") ? [] : [`${where}.out must be a path`]),
    ...(only === undefined || (Array.isArray(only) && only.length > 0 && only.every(isText)) ? [] : [`${where}.only must be a list of operationIds, tags, or methods with paths`]),
    ...(overlays === undefined || (Array.isArray(overlays) && overlays.every(isText)) ? [] : [`${where}.overlays must be a list of paths`]),
    ...choiceProblems(api, where),
    ...dialectProblems(api, where),
    ...namesProblems(api["names"], `${where}.names`),
    ...packageJsonProblems(api["packageJson"], `${where}.packageJson`),
    ...emittersProblems(api["emitters"], `${where}.emitters`),
    ...readingProblems(api, `${where}.`),
    ...unknownKeyProblems(unknown, apiKeys, where),
  ];
};

const apisProblems = (apis: unknown): readonly string[] => {
  if (!isRecord(apis)) return ["`apis` must be an object of APIs by name"];
  const entries = Object.entries(apis);
  return entries.length === 0
    ? ["`apis` names no API, so there is nothing to generate"]
    : entries.flatMap(([name, api]) => apiProblems(name, api));
};

const formatKeys = ["module", "export", "appliesTo", "phrase"] as const;

const formatProblems = (name: string, format: unknown): readonly string[] => {
  const where = `formats[${JSON.stringify(name)}]`;
  if (!isRecord(format)) return [`${where} must be an object with \`module\` and \`export\``];
  const unknown = unknownKeys(format, formatKeys);
  const { module, export: exported, appliesTo, phrase } = format;
  return [
    ...(isText(module) || isMeant(unknown, "module") ? [] : [`${where}.module must be the path of a TypeScript file`]),
    ...((typeof exported === "string" && identifierShape.test(exported)) || isMeant(unknown, "export")
      ? []
      : [`${where}.export must be the name of the function that the module exports`]),
    ...(appliesTo === undefined || appliesTo === "string" || appliesTo === "number" ? [] : [`${where}.appliesTo must be "string" or "number"`]),
    ...(phrase === undefined || isText(phrase) ? [] : [`${where}.phrase must be a text`]),
    ...unknownKeyProblems(unknown, formatKeys, where),
  ];
};

const formatsProblems = (formats: unknown): readonly string[] => {
  if (formats === undefined) return [];
  if (!isRecord(formats)) return ["`formats` must be an object of formats by name"];
  return Object.entries(formats).flatMap(([name, format]) => formatProblems(name, format));
};

const configKeys = ["apis", "formats", "emitters", "format", "packageJson", "strict", ...readingKeys, "$schema"] as const;

/** The configuration, or everything that is wrong with it. */
export const parseConfig = (value: unknown): ParsedConfig => {
  if (!isRecord(value)) return { problems: ["the configuration must be an object with `apis`"] };
  const { apis, formats, format, packageJson, strict } = value;
  const unknown = unknownKeys(value, configKeys);
  const problems = [
    ...(isMeant(unknown, "apis") ? [] : apisProblems(apis)),
    ...formatsProblems(formats),
    ...emittersProblems(value["emitters"], "`emitters`"),
    ...(format === undefined || isFormatter(format) ? [] : [`\`format\` must be one of ${formatters.map((one) => JSON.stringify(one)).join(", ")}`]),
    ...packageJsonProblems(packageJson, "packageJson"),
    ...(strict === undefined || typeof strict === "boolean" ? [] : ["`strict` must be true or false"]),
    ...readingProblems(value, ""),
    ...unknownKeyProblems(unknown, configKeys, "the configuration"),
  ];
  if (problems.length > 0) return { problems };
  // every member was looked at above
  return { config: value as unknown as Config };
};
