import type { MediaType } from "../model/contract.js";

/** `application/json`, `application/problem+json`, `text/json`; parameters do not matter (RFC 6839 §3.1). */
export const isJson = ({ mediaType }: MediaType): boolean => /^[^;]+\/(?:[^;]+\+)?json\s*(?:;|$)/i.test(mediaType);
