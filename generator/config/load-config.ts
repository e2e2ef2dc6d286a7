import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { importModule } from "./import-module.js";
import { readJson } from "../source/read-json.js";

/** The value of a configuration file, or why it could not be read. */
export type LoadedConfig =
  | { readonly kind: "none" }
  | { readonly kind: "value"; readonly file: string; readonly value: unknown }
  /** `file` names the line and the column too, where these are known. */
  | { readonly kind: "failed"; readonly file: string; readonly reason: string };

type Failed = Extract<LoadedConfig, { kind: "failed" }>;

const names = ["ts", "mts", "js", "mjs", "json"].map((extension) => `openapi-sieve.config.${extension}`);

const packageKey = "openapi-sieve";

/** "a.json:3:7" for the offset of the seventh character of the third line. */
const placed = (file: string, text: string, offset: number): string => {
  const lines = text.slice(0, offset).split("\n");
  return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
};

const parseJson = (file: string): { readonly value: unknown } | Failed => {
  // editors that write a byte-order mark do not show it
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const [fault] = readJson(text).faults;
    if (fault === undefined) throw error;
    return { kind: "failed", file: placed(file, text, fault.offset), reason: fault.message };
  }
};

const fromPackage = (folder: string): LoadedConfig => {
  const file = path.join(folder, "package.json");
  if (!existsSync(file)) return { kind: "none" };
  const manifest = parseJson(file);
  if ("kind" in manifest) return manifest;
  const members = typeof manifest.value === "object" && manifest.value !== null ? Object.entries(manifest.value) : [];
  const own = members.find(([key]) => key === packageKey);
  return own === undefined ? { kind: "none" } : { kind: "value", file, value: own[1] };
};

/** Levels of a configuration that are looked at; it has five. */
const deepest = 16;

/** The value as plain data, so that what a getter throws is thrown while the file is loaded, and nowhere else. */
const settled = (value: unknown, left = deepest): unknown => {
  if (typeof value !== "object" || value === null || left === 0) return value;
  if (Array.isArray(value)) return value.map((item) => settled(item, left - 1));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, settled(member, left - 1)]));
};

const load = async (file: string): Promise<LoadedConfig> => {
  if (file.endsWith(".json")) {
    const read = parseJson(file);
    return "kind" in read ? read : { kind: "value", file, ...read };
  }
  const loaded = await importModule(file);
  return { kind: "value", file, value: settled(loaded["default"] ?? loaded) };
};

/** Where the configuration of a folder may stand: the file that is there, and those that would go before it. Absolute paths. */
export const configPlaces = (folder: string, wanted?: string): readonly string[] => {
  if (wanted !== undefined) return [path.resolve(folder, wanted)];
  const places = [...names, "package.json"].map((name) => path.join(folder, name));
  const found = places.findIndex(existsSync);
  return found === -1 ? places : places.slice(0, found + 1);
};

/** The configuration of a folder: a file of its own, or the key `openapi-sieve` of `package.json`. */
export const loadConfig = async (folder: string, wanted?: string): Promise<LoadedConfig> => {
  const file = wanted === undefined ? names.map((name) => path.join(folder, name)).find(existsSync) : path.resolve(folder, wanted);
  try {
    if (file === undefined) return fromPackage(folder);
    if (!existsSync(file)) return { kind: "failed", file, reason: "the file does not exist" };
    return await load(file);
  } catch (error) {
    return { kind: "failed", file: file ?? folder, reason: error instanceof Error ? error.message : String(error) };
  }
};
