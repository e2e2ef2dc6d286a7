import type { JsonValue } from "../../generator/code/json-value.js";
import { placesIn } from "./value-places.js";

/** Every name of a member, wherever in a value. */
export const keysIn = (value: JsonValue): ReadonlySet<string> =>
  new Set(
    placesIn(value)
      .flatMap((place) => place.slice(-1))
      .filter((key): key is string => typeof key === "string"),
  );
