import { defineEmitter } from "openapi-sieve";

/** Says what its options are. */
export const emitter = defineEmitter({
  name: "options",
  emit: (_, module, options) => {
    const file = module(`options/${typeof options}`);
    file.constant({ name: `${typeof options}Options`, type: file.code`unknown`, value: file.literal(options) });
  },
});

export { emitter as default };
