export * from "../hand.mjs";

export const name = "hand-written";
