import type { Response } from "./contract.js";

/** `200`, `204`, `2XX`. */
export const isSuccess = ({ status }: Pick<Response, "status">): boolean => status.startsWith("2");
