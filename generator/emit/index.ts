import { client } from "./client.js";
import { codecs } from "./codecs.js";
import type { Emitter } from "./emitter.js";
import { jsonSchemas } from "./json-schemas.js";
import { operations } from "./operations.js";
import { parts } from "./parts.js";
import { schemas } from "./schemas.js";
import { streams } from "./streams.js";

/** Every kind of output that is made of modules. */
export const emitters: readonly Emitter[] = [schemas, parts, operations, streams, codecs, client, jsonSchemas];
