/** The media type of a header without its parameters, in lower case: `Text/JSONL; charset=utf-8` ~> `text/jsonl`. */
export const mediaTypeOf = (header: string | undefined): string => (header ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

/** The media types of an Accept header, the most wanted first; what is refused by `q=0` is left out. */
export const acceptedTypes = (header: string | undefined): readonly string[] =>
  (header ?? "*/*")
    .split(",")
    .map((range) => ({ type: mediaTypeOf(range), weight: Number(/;\s*q=([0-9.]+)/i.exec(range)?.[1] ?? "1") }))
    .filter(({ type, weight }) => type !== "" && weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ type }) => type);
