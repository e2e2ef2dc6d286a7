import type { ChangeKind } from "./change.js";
import { bodyKinds, responseKinds } from "./families/bodies.js";
import { clientKinds } from "./families/client.js";
import { emittedKinds } from "./families/emitted.js";
import { filterKinds } from "./families/filters.js";
import { incomingKinds } from "./families/incoming.js";
import { listKinds } from "./families/lists.js";
import { nameKinds } from "./families/names.js";
import { operationKinds } from "./families/operations.js";
import { parameterKinds } from "./families/parameters.js";
import { fieldKinds, ruleKinds, valueKinds } from "./families/values.js";

/** Every kind of change, by what it is about. */
export const families = {
  Operations: operationKinds,
  Parameters: parameterKinds,
  Filters: filterKinds,
  Bodies: bodyKinds,
  Answers: responseKinds,
  Lists: listKinds,
  "What the API sends": incomingKinds,
  Fields: fieldKinds,
  Values: valueKinds,
  Rules: ruleKinds,
  Client: clientKinds,
  Names: nameKinds,
  Emitters: emittedKinds,
} as const;

export const changeKinds = {
  ...operationKinds,
  ...parameterKinds,
  ...filterKinds,
  ...bodyKinds,
  ...responseKinds,
  ...listKinds,
  ...incomingKinds,
  ...fieldKinds,
  ...valueKinds,
  ...ruleKinds,
  ...clientKinds,
  ...nameKinds,
  ...emittedKinds,
} as const;

export type ChangeCode = keyof typeof changeKinds;

export const kindOfChange = (code: ChangeCode): ChangeKind => changeKinds[code];

/** What a change is called; its code where it is none of this version. */
export const titleOfChange = (code: string): string => Object.entries(changeKinds).find(([known]) => known === code)?.[1].title ?? code;
