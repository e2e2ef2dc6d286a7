// One schema as its users get it: the texts of `emitValidators`, bundled and imported.
import path from "node:path";
import { build } from "esbuild";

/** esbuild's view of modules that stand in no folder. */
const inMemory = (modules) => ({
  name: "in-memory",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path: name, importer }) => ({
      path: path.posix.join(path.posix.dirname(importer), name).replace(/\.js$/, ".ts"),
      namespace: "modules",
    }));
    onLoad({ filter: /.*/, namespace: "modules" }, ({ path: name }) => ({ contents: modules.get(name), loader: "ts" }));
  },
});

/** `{ is, validate }` of a schema, like that of compileSchema, from the texts that `emitValidators` gives. */
export const createCompileEmitted = (emitValidators) => async (schema, options) => {
  const modules = new Map(emitValidators(schema, options).map(({ path: name, text }) => [name, text]));
  const { outputFiles } = await build({
    entryPoints: ["schemas/schema.js"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [inMemory(modules)],
    logLevel: "silent",
  });
  const { isSchema, validateSchema } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return { is: isSchema, validate: validateSchema };
};
