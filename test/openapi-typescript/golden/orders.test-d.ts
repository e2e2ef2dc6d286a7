import type { components } from "./orders.js";

type Sent = components["requestBodies"]["Order"]["content"]["application/json"];
type Answered = components["responses"]["Order"]["content"]["application/json"];

export const sent: readonly Sent[] = [
  { state: "closed" },
  { note: null, delivery: null },
  { note: "by post", delivery: { box: null } },
  // @ts-expect-error neither a note nor a state
  { delivery: null },
  // @ts-expect-error closed, or with a delivery
  { state: "open" },
  // @ts-expect-error a street or a box
  { note: "by post", delivery: {} },
];

/** Read only. */
export const answered: readonly Answered[] = [{ id: "1", paid: {} }, { paid: null }];

/** Sent and read: it carries its rules, and its fields are read as ever. */
export const boxOf = ({ delivery }: Answered): string | null | undefined => delivery?.box;

export const lists: readonly components["schemas"]["Unlisted"][] = [
  { a: "x" },
  // @ts-expect-error no operation uses it, so it may be written
  {},
];
