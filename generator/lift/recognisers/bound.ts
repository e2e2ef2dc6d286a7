import { recogniser, type Wording } from "./recogniser.js";
import { selfOf } from "./say.js";

const limitOf =
  (side: "minimum" | "maximum"): Wording[1] =>
  (found) => {
    const [subject, [limit]] = [selfOf(found), found.value("v")];
    const [field] = subject?.groups.flat() ?? [];
    return field === undefined || typeof limit !== "number" ? undefined : { statements: [{ kind: "bound", field, [side]: limit }] };
  };

/** "Minimum value: 0" */
export const bound = recogniser("bound", /(?:minimum|maximum) value/, [
  ["minimum value : {V:v}", limitOf("minimum")],
  ["maximum value : {V:v}", limitOf("maximum")],
]);
