export { compileSchema, type CompiledSchema } from "./compile/compile-schema.js";
export { emitValidators, type EmittedModule } from "./compile/emit-validators.js";
export type { CompileOptions } from "./compile/read-value.js";
export { InvalidSchemaError } from "./compile/invalid-schema-error.js";
export { type ApiConfig, type Config, defineConfig, type FormatConfig } from "./config/define-config.js";
export { generate, type GenerateOptions, type GenerateResult } from "./generate.js";
export type { Diagnostic, Note, Severity, Target } from "./diagnostics/diagnostic.js";
export type { Place, Position } from "./diagnostics/place.js";
