import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonValue } from "../../generator/code/json-value.js";
import type { Issue } from "../../templates/issue.js";

/** A value with all the issues that it has; none where it is valid. */
export interface Case {
  readonly value: JsonValue;
  readonly issues: readonly Issue[];
  /** What the case is about, where the value does not say it. */
  readonly note?: string;
  /** Whether the generated type takes the value, where its issues do not tell. */
  readonly compiles?: boolean;
}

/** A folder with a description; the first schema of the description is the one that is tested. */
export interface Fixture {
  readonly name: string;
  readonly folder: string;
  readonly spec: string;
  readonly cases: readonly Case[];
  /** Codes of the diagnostics that the description earns. */
  readonly diagnostics: readonly string[];
  /** Why Ajv's verdict says nothing here; undefined where it must be ours. */
  readonly withoutAjv: string | undefined;
  /** Why the generated type does not agree with the validator. */
  readonly withoutTypes: string | undefined;
}

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

const readFixture = (folder: string, name: string): Fixture => ({
  name,
  folder,
  spec: join(folder, "spec.yaml"),
  cases: JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")) as readonly Case[],
  diagnostics: textOf(join(folder, "diagnostics.txt"))?.trim().split("\n") ?? [],
  withoutAjv: textOf(join(folder, "without-ajv.txt")),
  withoutTypes: textOf(join(folder, "without-types.txt")),
});

/** Every folder below `parent` that holds a `spec.yaml`. */
export const fixturesIn = (parent: URL): readonly Fixture[] => {
  const root = fileURLToPath(parent);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/spec.yaml"))
    .map((path) => path.slice(0, -"/spec.yaml".length))
    .sort()
    .map((name) => readFixture(join(root, name), name));
};
