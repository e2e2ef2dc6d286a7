export { compileSchema, type CompiledSchema } from "./compile/compile-schema.js";
export { emitValidators, type EmittedModule } from "./compile/emit-validators.js";
export type { CompileOptions } from "./compile/read-value.js";
export { InvalidSchemaError } from "./compile/invalid-schema-error.js";
export { type ApiConfig, type Config, defineConfig, type EmitterConfig, type FormatConfig } from "./config/define-config.js";
export { generate, type GenerateOptions, type GenerateResult } from "./generate.js";
export type { Diagnostic, Note, Severity, Target } from "./diagnostics/diagnostic.js";
export type { Place, Position } from "./diagnostics/place.js";
export { defineEmitter, type Emitter, type EmitterDefinition } from "./emitters/define-emitter.js";
export type {
  EmitterClient,
  EmitterContract,
  EmitterFilter,
  EmitterFilterOperator,
  EmitterMediaType,
  EmitterOperation,
  EmitterParameter,
  EmitterQuery,
  EmitterRequestBody,
  EmitterResponse,
  EmitterRule,
  EmitterSchema,
  EmitterSchemaUse,
  EmitterServer,
  EmitterSymbol,
} from "./emitters/emitter-contract.js";
export type {
  ConstantParts,
  FunctionParts,
  ImportOptions,
  InterfaceParts,
  ModuleBuilder,
  ModuleFactory,
  ModuleOptions,
  TypeParts,
} from "./emitters/module-builder.js";
export type { CodeTools, SafeCode } from "./emitters/safe-code.js";
export type { JsonValue } from "./code/json-value.js";
