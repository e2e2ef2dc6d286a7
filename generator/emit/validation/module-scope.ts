import { type Code, code, codeText, identifier, type ImportedSymbol, mentions, symbol } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { ConstDeclaration, Declaration, FunctionDeclaration } from "../../code/declaration.js";
import { typeSymbol } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import type { Plan, PlannedSchema } from "../../plan/plan.js";
import type { PlannedPart } from "../../plan/shared-parts.js";
import * as checks from "../../../templates/check.js";
import { check, fail } from "../../keywords/runtime.js";
import { partName } from "../../plan/part-name.js";
import { reservedVariables } from "../../plan/reserved.js";
import { camelCase } from "../../plan/words.js";
import { isTrivial, needsFunction, simplified } from "./analysis.js";
import { createWriter, valueName } from "./writer.js";

/** The pair of functions that check a schema. */
export interface SchemaFunctions {
  readonly is: Code | ImportedSymbol;
  readonly report: Code | ImportedSymbol;
  /** Does the compiler take `is` to tell the type of the value? */
  readonly narrows: boolean;
  /** Both also want to know how deep the value stands: the schema is recursive, and so might the value be, without end. */
  readonly takesDepth: boolean;
}

/** What the functions of one module share. */
export interface ModuleScope {
  /** The functions of a schema that has some, imported or of this module; undefined where it is checked inline. */
  readonly functionOf: (schema: Schema) => SchemaFunctions | undefined;
  /** Functions of this module, also for a schema that could be checked inline. */
  readonly helperOf: (schema: Schema) => SchemaFunctions;
  readonly hoist: (hint: string, value: Code) => Code;
  /** The depth at which the function's own value stands; undefined where it stands at the top. */
  readonly depth?: Code;
}

export interface ModuleWriter extends ModuleScope {
  /** Writes both functions of a schema that this module exports. */
  readonly define: (schema: Schema, names: ExportedNames) => void;
  /** The same of a schema that has no type of its own. */
  readonly definePart: (part: PlannedPart) => void;
  /** Constants and functions, in an order in which each stands before its use at load time. */
  readonly declarations: () => readonly Declaration[];
  /** The function that reports what is wrong with a schema that is written nowhere else; undefined where it is trivial. */
  readonly reportOf: (schema: Schema) => Code | undefined;
  /** A boolean expression over `value`, which may use helper functions of the module. */
  readonly test: (schema: Schema, value: Code) => Code;
}

export interface ExportedNames {
  readonly is: string;
  readonly report: string;
  readonly isAtDepth: string;
  readonly type: Code;
}

/** Names that generated modules import; a local of that name would hide them. */
const looksImported = /^(?:is|report|fail|validate|pattern|values|known)(?:[A-Z0-9]|$)/;

const localName = (hint: string): string => {
  const name = camelCase(hint, "member");
  return name === "depth" || reservedVariables.has(name) || looksImported.test(name) || Object.hasOwn(checks, name) ? `${name}Value` : name;
};

const createFresh = (): ((hint: string) => Code) => {
  const taken = new Map<string, number>();
  return (hint) => {
    const name = localName(hint);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return identifier(count === 1 ? name : `${name}$${count}`);
  };
};

type Mode = "is" | "report";

interface Written {
  readonly exported: boolean;
  /** Exported to other modules of the package only. */
  readonly internal?: boolean;
  /** The type that the function tells of its value. */
  readonly type?: Code;
}

const modes: readonly Mode[] = ["is", "report"];

/** A member that is tested beside types has only the listed values that these allow, and is made anew each time. */
const helperKey = ({ pointer, variant = "", keywords }: Schema): string => `${pointer} ${variant} ${JSON.stringify(keywords.enum)}`;

/** The statements, and what the function answers when none has ended it. */
const withAnswer = (statements: Code, answer: boolean): Code => code`${statements}return ${literal(answer)};`;

/** Names of one module, each given to one thing. */
interface ModuleNames {
  /** The name, or with a number behind it where it is taken. */
  readonly free: (wanted: string) => string;
  readonly take: (names: readonly string[]) => void;
}

const createNames = (taken: Iterable<string>): ModuleNames => {
  const names = new Set<string>(taken);
  return {
    free: (wanted) => {
      for (let attempt = 1; ; attempt++) {
        const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
        if (names.has(name)) continue;
        names.add(name);
        return name;
      }
    },
    take: (others) => others.forEach((name) => names.add(name)),
  };
};

interface Constants {
  readonly hoist: ModuleScope["hoist"];
  readonly declarations: readonly ConstDeclaration[];
}

/** Constants of one module; values that are alike have one. */
const createConstants = ({ free }: ModuleNames): Constants => {
  const declarations: ConstDeclaration[] = [];
  const hoisted = new Map<string, Code>();
  const hoist = (hint: string, value: Code): Code => {
    const key = codeText(value, (imported) => `${imported.module}#${imported.name}`);
    const before = hoisted.get(key);
    if (before !== undefined) return before;
    const name = free(hint);
    declarations.push({ kind: "const", name, exported: false, value });
    hoisted.set(key, identifier(name));
    return identifier(name);
  };
  return { hoist, declarations };
};

/** One function of the pair that checks a schema. `isDeep`: it counts how deep the value stands. */
const checkFunction = (
  schema: Schema,
  { mode, name, isDeep, scope, exported, internal = false, type }: Written & { readonly mode: Mode; readonly name: string; readonly isDeep: boolean; readonly scope: ModuleScope },
): FunctionDeclaration => {
  const isReport = mode === "report";
  const depth = isReport ? code`${identifier("path")}.length` : identifier("depth");
  const writer = createWriter(mode, isDeep ? { ...scope, depth } : scope, createFresh());
  const checked = schema.always === false ? code`return ${writer.never()};` : withAnswer(writer.body(simplified(schema), valueName, true), !isReport);
  // too deep is the end, also where all issues are wanted
  const tooDeep = isReport ? fail("failDepth")(identifier("sink"), identifier("path")) : code`false`;
  const body = isDeep ? code`if (${depth} > ${check("maxDepth")}) return ${tooDeep};\n${checked}` : checked;
  // a schema that says the same of every value leaves parameters unused, and says so
  const parameter = (parameterName: string): string => (mentions(body, identifier(parameterName)) ? parameterName : `_${parameterName}`);
  const reporting = [
    { name: parameter("path"), type: code`${typeSymbol("runtime/issue", "Path")}` },
    { name: parameter("sink"), type: code`${typeSymbol("runtime/issue", "Sink")}` },
  ];
  return {
    kind: "function",
    name,
    exported,
    ...(isReport || internal || (isDeep && exported) ? { internal: true } : {}),
    parameters: [
      { name: parameter("value"), type: code`unknown` },
      ...(isReport ? reporting : []),
      ...(isDeep && !isReport ? [{ name: "depth", type: code`number` }] : []),
    ],
    returnType: isReport || type === undefined ? code`boolean` : code`${identifier(parameter("value"))} is ${type}`,
    body,
  };
};

/** `filter(isX)` hands over an index too, which must not be taken for a depth. */
const entryFunction = ({ is: name, isAtDepth, type }: ExportedNames): FunctionDeclaration => ({
  kind: "function",
  name,
  exported: true,
  parameters: [{ name: "value", type: code`unknown` }],
  returnType: code`value is ${type}`,
  body: code`return ${identifier(isAtDepth)}(value, 0);`,
});

/** `taken` are names of the module that the writer must not use. */
export const createModuleWriter = (plan: Pick<Plan, "plannedFor" | "partOf" | "isRecursive">, taken: Iterable<string> = []): ModuleWriter => {
  const names = createNames(taken);
  const constants = createConstants(names);
  const functions: FunctionDeclaration[] = [];
  const helpers = new Map<string, SchemaFunctions>();
  const pending: (() => void)[] = [];
  const defined = new Map<string, SchemaFunctions>();

  const write = (schema: Schema, mode: Mode, name: string, written: Written): void => {
    functions.push(checkFunction(schema, { ...written, mode, name, scope, isDeep: plan.isRecursive(schema) }));
  };

  const settle = (): void => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) next();
  };

  const helperOf = (schema: Schema): SchemaFunctions => {
    const key = helperKey(schema);
    const before = helpers.get(key);
    if (before !== undefined) return before;
    const base = partName(schema);
    const functionNames = { is: names.free(`is${base}`), report: names.free(`report${base}`) };
    const asked = new Set<Mode>();
    const written = new Set<Mode>();
    const ask = (mode: Mode): Code => {
      if (!asked.has(mode)) pending.push(writeAsked);
      asked.add(mode);
      return identifier(functionNames[mode]);
    };
    const writeAsked = (): void => {
      for (const mode of modes) {
        if (!asked.has(mode) || written.has(mode)) continue;
        written.add(mode);
        write(schema, mode, functionNames[mode], { exported: false });
      }
    };
    // a function that nobody calls would be an error of the compiler
    const made: SchemaFunctions = {
      narrows: false,
      takesDepth: plan.isRecursive(schema),
      get is() {
        return ask("is");
      },
      get report() {
        return ask("report");
      },
    };
    helpers.set(key, made);
    return made;
  };

  const imported = ({ schema, names: { module, is, isAtDepth, report } }: PlannedSchema): SchemaFunctions => {
    const takesDepth = plan.isRecursive(schema);
    const asked = symbol(module, takesDepth ? isAtDepth : is);
    return defined.get(schema.pointer) ?? { is: asked, report: symbol(module, report), narrows: true, takesDepth };
  };

  const scope: ModuleScope = {
    hoist: constants.hoist,
    helperOf,
    functionOf: (schema) => {
      const planned = plan.plannedFor(schema);
      if (planned !== undefined) return imported(planned);
      const part = plan.partOf(schema);
      if (part !== undefined) return { is: symbol(part.module, part.is), report: symbol(part.module, part.report), narrows: false, takesDepth: false };
      const own = schema.variant === undefined ? defined.get(schema.pointer) : undefined;
      if (own !== undefined) return own;
      return needsFunction(schema) ? helperOf(schema) : undefined;
    },
  };

  return {
    ...scope,
    define: (schema, exported) => {
      const { is, report, isAtDepth, type } = exported;
      const takesDepth = plan.isRecursive(schema);
      names.take([is, report, isAtDepth]);
      defined.set(schema.pointer, { is: identifier(takesDepth ? isAtDepth : is), report: identifier(report), narrows: true, takesDepth });
      if (takesDepth) functions.push(entryFunction(exported));
      write(schema, "is", takesDepth ? isAtDepth : is, { exported: true, type });
      write(schema, "report", report, { exported: true, type });
      settle();
    },
    definePart: ({ schema, is, report }) => {
      names.take([is, report]);
      write(schema, "is", is, { exported: true, internal: true });
      write(schema, "report", report, { exported: true, internal: true });
      settle();
    },
    reportOf: (schema) => {
      if (isTrivial(schema)) return undefined;
      const name = names.free(`report${partName(schema)}`);
      write(schema, "report", name, { exported: false });
      settle();
      return identifier(name);
    },
    declarations: () => [...constants.declarations, ...functions],
    test: (schema, value) => {
      const made = createWriter("is", scope, createFresh()).test(schema, value);
      settle();
      return made;
    },
  };
};
