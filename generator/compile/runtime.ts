import { type Format, formats } from "../formats/index.js";
import * as check from "../../templates/check.js";
import * as fail from "../../templates/fail.js";
import * as issue from "../../templates/issue.js";
import * as order from "../../templates/order.js";
import * as resultOf from "../../templates/result-of.js";
import * as standardSchema from "../../templates/standard-schema.js";
import * as union from "../../templates/union.js";
import * as unique from "../../templates/unique.js";

type Exports = Readonly<Record<string, unknown>>;

/** The run-time modules that validators import, loaded, by the names under which packages hold them. */
const modules: ReadonlyMap<string, Exports> = new Map<string, Exports>([
  ["runtime/check", check],
  ["runtime/fail", fail],
  ["runtime/issue", issue],
  ["runtime/order", order],
  ["runtime/result-of", resultOf],
  ["runtime/standard-schema", standardSchema],
  ["runtime/union", union],
  ["runtime/unique", unique],
  ...Object.values<Format>(formats).map((format) => [`runtime/${format.module}`, { [format.export]: format.check }] as const),
]);

/** A function of the run time. */
export const runtimeExport = (module: string, name: string): unknown => {
  const found = modules.get(module)?.[name];
  if (found === undefined) throw new Error(`there is no ${name} in ${module}`);
  return found;
};
