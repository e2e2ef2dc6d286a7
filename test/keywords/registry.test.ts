import { keywords } from "../../generator/keywords/index.js";
import { testRegistry } from "../support/registry.js";

testRegistry(Object.keys(keywords), new URL("./", import.meta.url), (name, schema) => Object.hasOwn(schema.keywords, name));
