import type { Emitter } from "./emitter.js";
import { fileJournalModule } from "./client/bulk-module.js";
import { callModule } from "./client/call-module.js";
import { clientModule } from "./client/client-module.js";
import { uploadModule } from "./client/upload-module.js";
import { createInputTypes } from "./types/input-type.js";
import { createRuleCarrier } from "./types/rule-carrier.js";

/** `createClient`, and one module for each operation with the function that calls it; uploads where the API has them. */
export const client: Emitter = {
  name: "client",
  *emit({ plan }) {
    if (plan.operations.length === 0) return;
    const inputTypes = createInputTypes(plan, createRuleCarrier(plan.contract));
    const types = { sent: inputTypes.types, read: inputTypes.readTypes };
    yield clientModule(plan);
    // which schemes there are is part of what an operation says of security
    for (const planned of plan.operations)
      yield { kind: "unit", path: planned.names.callModule, madeOf: ["call", planned, plan.contract.securitySchemes], make: () => callModule(planned, plan, types) };
    yield* uploadModule(plan, types.sent);
    yield* fileJournalModule(plan);
  },
};
