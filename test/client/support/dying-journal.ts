import type { BulkJournal } from "../../../generated/pigello-accounts/src/runtime/client/bulk/options.js";

/** How the line that is being written looks after the end of the process. */
export type Remains = "nothing" | "half" | "line";

/** A journal in memory whose process ends while it writes line number `deadline`, from 1. */
export const dyingJournal = (lines: string[], deadline = Infinity, remains: Remains = "nothing"): BulkJournal => {
  let written = 0;
  return {
    read: () => [...lines],
    append: async (line) => {
      written += 1;
      if (written < deadline) return void lines.push(line);
      if (written === deadline && remains !== "nothing") lines.push(remains === "half" ? line.slice(0, line.length / 2) : line);
      throw new Error("killed");
    },
  };
};
