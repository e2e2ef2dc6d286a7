import { rules } from "../../generator/rules/index.js";
import { testRegistry } from "../support/registry.js";

testRegistry(Object.keys(rules), new URL("./", import.meta.url), (kind, schema) => schema.rules.some((rule) => rule.kind === kind));
