import { code, identifier, typeSymbol } from "../code/code.js";
import type { ModuleDraft } from "../code/declaration.js";
import type { CodecNames, Plan, PlannedSchema } from "../plan/plan.js";
import { ownCodecCode, standardType } from "./codecs/codec-code.js";
import type { Emitter } from "./emitter.js";

const representation = "runtime/client/wire/representation";

const moduleOf = ({ schema, names }: PlannedSchema, codec: CodecNames, plan: Plan): ModuleDraft => {
  const { module, value, type, with: named } = codec;
  const own = ownCodecCode(schema, plan);
  const wire = typeSymbol(names.module, names.type);
  const completed = code`${typeSymbol(representation, "Completed")}<Part, ${standardType(plan)}>`;
  return {
    kind: "module",
    path: module,
    declarations: [
      { kind: "typeAlias", name: type, exported: true, internal: true, docs: `Where values of \`${names.type}\` have formats that a program may see otherwise than the wire.`, type: own.type },
      { kind: "const", name: value, exported: true, internal: true, type: code`${typeSymbol("runtime/client/wire/codec", "Codec")}`, value: own.value },
      {
        kind: "typeAlias",
        name: named,
        exported: true,
        docs: `\`${names.type}\` as a client with such options gives and takes it: \`${named}<{ dates: "Date" }>\`.`,
        typeParameters: [code`Part extends Partial<${typeSymbol(representation, "Representation")}>`],
        type: code`${typeSymbol("runtime/client/wire/decoded", "Decoded")}<${wire}, ${identifier(type)}, ${completed}>`,
      },
    ],
  };
};

/** A module per schema whose values a client may show otherwise than they stand on the wire; none where there are no operations. */
export const codecs: Emitter = {
  name: "codecs",
  *emit({ plan }) {
    if (plan.operations.length === 0) return;
    for (const planned of plan.schemas) {
      const { codec } = planned.names;
      if (codec !== undefined) yield { kind: "unit", path: codec.module, madeOf: ["codec", planned.schema], make: () => moduleOf(planned, codec, plan) };
    }
  },
};
