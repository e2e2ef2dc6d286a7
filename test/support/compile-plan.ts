import type { Declaration, ModuleDraft } from "../../generator/code/declaration.js";
import { runtimeExport } from "../../generator/compile/runtime.js";
import { scriptText } from "../../generator/compile/script-text.js";
import { partModule, validatorModule } from "../../generator/emit/validation/validator.js";
import type { Plan } from "../../generator/plan/plan.js";
import { loadStrip } from "../../generator/print/transpile.js";

export type Exports = Readonly<Record<string, unknown>>;

/** Finds what a module exports. */
type Find = (module: string, name: string) => unknown;

type Anything = (...values: readonly unknown[]) => unknown;

const strip = loadStrip();

/** Run-time modules are there from the start; what neighbours export is asked for when it is called. */
const imported = (module: string, name: string, find: Find): unknown =>
  module.startsWith("runtime/")
    ? runtimeExport(module, name)
    : (...values: Parameters<Anything>) => (find(module, name) as Anything)(...values);

/** Runs declarations and answers some of their names. */
export const loadDeclarations = (declarations: readonly Declaration[], find: Find, names: readonly string[]): Exports => {
  const { text, imports } = scriptText(declarations);
  const script = `${strip(text)}\nreturn { ${names.join(", ")} };`;
  return new Function(...imports.map(({ alias }) => alias), script)(
    ...imports.map(({ module, name }) => imported(module, name, find)),
  ) as Exports;
};

const exportsOf = ({ declarations }: ModuleDraft): readonly string[] =>
  declarations.flatMap((one) => ((one.kind === "function" || one.kind === "const") && one.exported ? [one.name] : []));

/** Every validator of a plan, linked in process: what the modules of the package export, without printing one. */
export const compilePlan = (plan: Plan): Exports => {
  const modules = new Map<string, Exports>();
  const find: Find = (module, name) => modules.get(module)?.[name];
  const drafts = [...plan.parts.map((part) => partModule(part, plan)), ...plan.schemas.map((planned) => validatorModule(planned, plan))];
  for (const draft of drafts) modules.set(draft.path, loadDeclarations(draft.declarations, find, exportsOf(draft)));
  return Object.assign({}, ...modules.values()) as Exports;
};
