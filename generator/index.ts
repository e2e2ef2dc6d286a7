export { compileSchema, type CompiledSchema, type CompileOptions } from "./compile/compile-schema.js";
export { InvalidSchemaError } from "./compile/invalid-schema-error.js";
export { type ApiConfig, type Config, defineConfig } from "./config/define-config.js";
export { generate, type GenerateOptions, type GenerateResult } from "./generate.js";
export type { Diagnostic, Note, Severity, Target } from "./diagnostics/diagnostic.js";
export type { Place, Position } from "./diagnostics/place.js";
