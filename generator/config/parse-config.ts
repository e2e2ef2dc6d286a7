import type { ApiConfig, Config } from "./define-config.js";

export type ParsedConfig = { readonly config: Config } | { readonly problems: readonly string[] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Names that npm takes for a package (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
export const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

const unknownKeys = (value: Readonly<Record<string, unknown>>, known: readonly string[], where: string): readonly string[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${where} has no option ${JSON.stringify(key)}; there are ${known.join(", ")}`);

const apiProblems = (name: string, api: unknown): readonly string[] => {
  const where = `apis[${JSON.stringify(name)}]`;
  if (!isRecord(api)) return [`${where} must be an object with \`input\``];
  return [
    ...(packageName.test(name) ? [] : [`${where}: the name must be one that npm takes (lower case, digits, "-", ".", "_")`]),
    ...(typeof api["input"] === "string" && api["input"] !== "" ? [] : [`${where}.input must be the path of a description`]),
    ...(api["out"] === undefined || (typeof api["out"] === "string" && api["out"] !== "") ? [] : [`${where}.out must be a path`]),
    ...unknownKeys(api, ["input", "out"], where),
  ];
};

/** The configuration, or everything that is wrong with it. */
export const parseConfig = (value: unknown): ParsedConfig => {
  if (!isRecord(value)) return { problems: ["the configuration must be an object with `apis`"] };
  const { apis, strict } = value;
  const problems = [
    ...(isRecord(apis) ? Object.entries(apis).flatMap(([name, api]) => apiProblems(name, api)) : ["`apis` must be an object of APIs by name"]),
    ...(strict === undefined || typeof strict === "boolean" ? [] : ["`strict` must be true or false"]),
    ...unknownKeys(value, ["apis", "strict", "$schema"], "the configuration"),
  ];
  if (problems.length > 0) return { problems };
  // every member was looked at above
  const checked = apis as Readonly<Record<string, ApiConfig>>;
  return { config: { apis: checked, ...(strict === true ? { strict } : {}) } };
};
