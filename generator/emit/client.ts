import type { Emitter } from "./emitter.js";
import { fileJournalModule } from "./client/bulk-module.js";
import { callModule } from "./client/call-module.js";
import { clientModule } from "./client/client-module.js";
import { uploadModule } from "./client/upload-module.js";
import { createTypeWriter } from "./types/type-expression.js";

/** `createClient`, and one module for each operation with the function that calls it; uploads where the API has them. */
export const client: Emitter = {
  name: "client",
  emit: ({ plan }) => {
    if (plan.operations.length === 0) return [];
    const types = createTypeWriter({ plan, aliases: false });
    return [clientModule(plan), ...plan.operations.map((planned) => callModule(planned, plan, types)), ...uploadModule(plan, types), ...fileJournalModule(plan)];
  },
};
