import { hash } from "node:crypto";

/** SHA-256 in base64url: of bytes, or of a text as UTF-8. */
export const textHash = (data: string | Uint8Array): string => hash("sha256", data, "base64url");
