import { defineEmitter, type Emitter } from "../../../generator/emitters/define-emitter.js";

/** What an emitter adds, by the paths of its modules. */
export type Emitted = Readonly<Record<string, { readonly exportedBy?: "index" | "subpath"; readonly values?: readonly string[]; readonly types?: readonly string[] }>>;

/** An emitter that adds this. */
export const emitterOf = (emitted: Emitted): Emitter =>
  defineEmitter({
    name: "own",
    emit: (_, module) => {
      for (const [path, { exportedBy = "index", values = [], types = [] }] of Object.entries(emitted)) {
        const file = module(path, { exportedBy });
        for (const name of values) file.constant({ name, type: file.code`string`, value: file.literal(name) });
        for (const name of types) file.type({ name, type: file.code`string` });
      }
    },
  });
