import { code, identifier, symbol, typeSymbol } from "../code/code.js";
import type { ModuleDraft } from "../code/declaration.js";
import type { PlannedStream } from "../plan/plan.js";
import type { Emitter } from "./emitter.js";

const runtime = "runtime/stream";
const source = typeSymbol(runtime, "StreamSource");
const options = typeSymbol(runtime, "StreamOptions");
const streamItem = typeSymbol(runtime, "StreamItem");
const validateStream = symbol(runtime, "validateStream");

const docs = ({ item: { names } }: PlannedStream): string =>
  [
    `Each \`${names.type}\` of a source as it comes, with its place, or every issue that it has. The source gives the items`,
    "one by one, or JSON Lines in chunks of bytes or strings. It is asked for more only when all that it gave is taken, and",
    "closed when the loop is left. Items are not compared with each other: for keys that must not repeat there is the batch.",
  ].join("\n");

const moduleOf = (planned: PlannedStream): ModuleDraft => {
  const { item, module, validate } = planned;
  const type = typeSymbol(item.names.module, item.names.type);
  const one = symbol(item.names.module, item.names.validate);
  return {
    kind: "module",
    path: module,
    declarations: [
      {
        kind: "function",
        name: validate,
        exported: true,
        docs: docs(planned),
        parameters: [
          { name: "source", type: code`${source}` },
          { name: "options", type: code`${options}`, optional: true },
        ],
        returnType: code`AsyncGenerator<${streamItem}<${type}>, void, undefined>`,
        body: code`return ${validateStream}(${one}, ${identifier("source")}, ${identifier("options")});`,
      },
    ],
  };
};

/** One module per schema whose values come in streams, with `validateXStream`. */
export const streams: Emitter = {
  name: "streams",
  emit: ({ plan }) => plan.streams.map(moduleOf),
};
