// Makes .built/: a copy of the package that is measured, the schema as JSON, and what Ajv and typia compile ahead of time.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "yaml";

const here = path.dirname(fileURLToPath(import.meta.url));
const built = path.join(here, ".built");
const root = path.dirname(path.dirname(here));
const require = createRequire(import.meta.url);

/** Format by format, as Ajv wants them: those of the package, and those of ajv-formats with what it lacks. */
const formatsModules = {
  ours: "module.exports = { int32: true, date: isDate, \"date-time\": isDateTime, email: isEmail, luhn: isLuhn, url: isUrl, uuid: isUuid };",
  theirs: "module.exports = { ...require(\"ajv-formats/dist/formats\").fullFormats, luhn: isLuhn };",
};

/** Ajv's output is CommonJS: as ES modules it calls `require`. */
const standalone = (schemas) => {
  const Ajv = require("ajv/dist/2020").default;
  const standaloneCode = require("ajv/dist/standalone").default;
  const { _ } = require("ajv");
  for (const [kind, exported] of Object.entries(formatsModules)) {
    const names = ["isDate", "isDateTime", "isEmail", "isLuhn", "isUrl", "isUuid"];
    writeFileSync(path.join(built, "ajv", `${kind}.cjs`), `const { ${names.join(", ")} } = require("./formats.cjs");\n${exported}\n`);
    for (const mode of ["first", "all"]) {
      const source = kind === "ours" ? _`require("./ours.cjs")` : _`require("./theirs.cjs")`;
      const ajv = new Ajv({ strict: false, allErrors: mode === "all", formats: require(path.join(built, "ajv", `${kind}.cjs`)), code: { source: true, lines: true, formats: source } });
      ajv.addSchema(schemas.item, "item");
      ajv.addSchema({ type: "array", items: { $ref: "item" } }, "batch");
      writeFileSync(path.join(built, "ajv", `${kind}-${mode}.cjs`), standaloneCode(ajv, { item: "item", batch: "batch" }));
    }
  }
};

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A schema with every object in it changed, the innermost first; what speaks of no value is left out. */
const changed = (schema, change) => {
  if (Array.isArray(schema)) return schema.map((item) => changed(item, change));
  if (!isRecord(schema)) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => !key.startsWith("x-") && !(key === "description" && typeof value === "string"));
  return change(Object.fromEntries(kept.map(([key, value]) => [key, changed(value, change)])));
};

/** OrganizationuserWrite of the description: with its references, and written out for libraries that follow none. */
const readSchemas = () => {
  const { components } = parse(readFileSync(path.join(root, "spec/pigello-accounts.yaml"), "utf8"));
  const target = ({ $ref }) => $ref.split("/").at(-1);
  const schemaOf = (name) => components.schemas[name];
  const used = new Set();
  const referring = (schema) =>
    changed(schema, (one) => {
      if (one.$ref === undefined) return one;
      used.add(target(one));
      return { ...one, $ref: `#/$defs/${target(one)}` };
    });
  const inlined = (schema) => changed(schema, (one) => (one.$ref === undefined ? one : inlined(schemaOf(target(one)))));
  const item = referring(schemaOf("OrganizationuserWrite"));
  const $defs = Object.fromEntries([...used].map((name) => [name, referring(schemaOf(name))]));
  return { item: { ...item, $defs }, inlined: inlined(schemaOf("OrganizationuserWrite")) };
};

const bundleFormats = () =>
  build({ entryPoints: [path.join(here, "formats.mjs")], bundle: true, format: "cjs", platform: "node", outfile: path.join(built, "ajv/formats.cjs"), logLevel: "error" });

const typia = () => {
  const ts = require("typescript");
  const { transform } = require("typia/lib/transform");
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true, outDir: path.join(built, "typia"), rootDir: path.join(here, "typia"), skipLibCheck: true, types: [] };
  const program = ts.createProgram([path.join(here, "typia/validators.ts")], options);
  const found = [];
  program.emit(undefined, undefined, undefined, false, { before: [transform(program, {}, { addDiagnostic: (one) => found.push(one), library: { ts } })] });
  const wrong = [...ts.getPreEmitDiagnostics(program), ...found];
  if (wrong.length > 0) throw new Error(wrong.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n")).join("\n"));
};

export const prepare = async () => {
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  // others may generate again meanwhile
  cpSync(path.join(root, "generated/pigello-accounts/dist"), path.join(built, "sieve"), { recursive: true });
  const schemas = readSchemas();
  writeFileSync(path.join(built, "schemas.json"), JSON.stringify(schemas, undefined, 2));
  await bundleFormats();
  standalone(schemas);
  typia();
};
