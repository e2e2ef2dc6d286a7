import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));

interface Bundle {
  readonly text: string;
  /** Modules of the packages that left something in the bundle. */
  readonly modules: readonly string[];
}

/** A program that uses one name of a package, as a bundler ships it. */
const bundle = async (program: string): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    format: "esm",
    minify: false,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input);
  return {
    text: outputFiles[0]?.text ?? "",
    modules: used.flatMap((input) => /\/dist\/(.*)\.js$/.exec(input)?.[1] ?? []).sort(),
  };
};

test("a bundle with one check holds no other schema, no sentence, no filter and no format that it does not use", async () => {
  const { text, modules } = await bundle(
    'import { isOrganizationuserWrite } from "pigello-accounts"; console.log(isOrganizationuserWrite(JSON.parse("{}")));',
  );
  expect(modules).toEqual([
    "runtime/check",
    "runtime/formats/date",
    "runtime/formats/date-time",
    "runtime/formats/email",
    "runtime/formats/ipv6",
    "runtime/formats/luhn",
    "runtime/formats/uri",
    "runtime/formats/uri-reference",
    "runtime/formats/url",
    "runtime/formats/uuid",
    "schemas/distribution-instruction",
    "schemas/entity-reference",
    "schemas/file-upload",
    "schemas/organizationuser-write",
  ]);
  expect(text).not.toMatch(/OrganizationuserRead|filterTable|readWhere|must be|~standard|URLSearchParams/);
});

test("a bundle with one validator holds no other, and no filter", async () => {
  const { text, modules } = await bundle('import { validateProduct } from "taxfiling-accounts"; console.log(validateProduct({}));');
  expect(modules).toEqual(["runtime/check", "runtime/fail", "runtime/formats/int32", "runtime/issue", "runtime/result-of", "schemas/product"]);
  expect(text).not.toMatch(/isAccount|isOrder|Schema|~standard|maxLength|isDuration/);
});

test("a bundle that only writes filters holds no validator of a body", async () => {
  const { text, modules } = await bundle(
    'import { writeListOrganizationusersWhere } from "pigello-accounts"; console.log(writeListOrganizationusersWhere({}));',
  );
  expect(modules.filter((module) => module.startsWith("schemas/"))).toEqual([]);
  expect(text).not.toMatch(/OrganizationuserWrite|OrganizationuserRead/);
});

test("a bundle that imports a package for its types only is empty", async () => {
  const { modules } = await bundle('import { validateProduct } from "taxfiling-accounts"; import "pigello-accounts"; console.log(1);');
  expect(modules).toEqual([]);
});
