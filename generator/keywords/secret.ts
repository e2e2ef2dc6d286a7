import type { Schema } from "../model/schema.js";
import type { Companion } from "./keyword.js";

/** `x-secret: true`: no message may tell a value of the schema, nor which are allowed. What it may be is checked elsewhere. */
export const secret: Companion<boolean> = { name: "x-secret", form: "companion", group: "any", read: (value) => value === true };

/** Is the schema's value a secret: one that is only written, a password, or one that says so? */
export const isSecret = ({ keywords, annotations }: Schema): boolean =>
  annotations.writeOnly === true || keywords.format?.name === "password" || keywords["x-secret"] === true;
