import type { Issue } from "../../issue.js";
import { type Codec, type Path, type Walk, walkOf } from "./codec.js";
import { ExactNumber, parseExact, rounded, spelled, stringifyExact } from "./exact-number.js";
import type { Converted, Wire } from "./conversion.js";
import { escapeMsDates } from "./escape-ms-dates.js";
import { isInexact, readerOf, Unfit, writeLeaf } from "./leaves.js";
import { isPlain, type Leaf, type Representation } from "./representation.js";

const issue = (path: Path, message: string): Issue => ({ code: "format", path: [...path], message });

/** One value after the other goes through a walk, which collects what is wrong here. */
interface Found {
  issues: Issue[];
  isInexact: boolean;
}

interface Decoder {
  readonly walk: Walk;
  readonly found: Found;
}

const fresh = (): Found => ({ issues: [], isInexact: false });

const decoderOf = (codec: Codec, shown: Representation): Decoder => {
  const found = fresh();
  const readers = new Map<Leaf, ReturnType<typeof readerOf>>();
  const walk = walkOf(codec, (leaf, value, path) => {
    if (!readers.has(leaf)) readers.set(leaf, readerOf(leaf, shown));
    const read = readers.get(leaf);
    if (read === undefined) return value;
    found.isInexact ||= isInexact(leaf, value);
    const made = read(value);
    if (!(made instanceof Unfit)) return made;
    found.issues.push(issue(path, made.message));
    return value;
  });
  return { walk, found };
};

const run = ({ walk, found }: Decoder, value: unknown): Converted & { readonly isInexact: boolean } => {
  const made = walk(value, []);
  const { issues, isInexact: lost } = found;
  Object.assign(found, fresh());
  return { value: made, issues, isInexact: lost };
};

const keyOf = ({ dates, int64, decimals }: Representation): string => `${dates} ${int64} ${decimals}`;

/** What a codec does, in both directions; what depends on the representation is made once for each. */
export const wireOf = (codec: Codec): Wire => {
  const decoders = new Map<string, Decoder>();
  const decoderFor = (shown: Representation): Decoder => {
    const decoder = decoders.get(keyOf(shown)) ?? decoderOf(codec, shown);
    decoders.set(keyOf(shown), decoder);
    return decoder;
  };
  const unfit: Issue[] = [];
  let hasExact = false;
  const encoder = walkOf(codec, (leaf, value, path) => {
    const written = writeLeaf(leaf, value);
    hasExact ||= written instanceof ExactNumber;
    if (!(written instanceof Unfit)) return written;
    unfit.push(issue(path, written.message));
    return value;
  });
  const encode: Wire["encode"] = (value, shown) => {
    if (isPlain(shown)) return { value, checkable: value, issues: [] };
    hasExact = false;
    const made = encoder(value, []);
    return { value: made, checkable: hasExact ? rounded(made) : made, issues: unfit.splice(0) };
  };
  return {
    decode: (value, shown, text) => {
      if (isPlain(shown)) return { value, issues: [] };
      const decoder = decoderFor(shown);
      const first = run(decoder, value);
      if (!first.isInexact || text === undefined) return first;
      const exact = run(decoder, parseExact(text, (digits) => new ExactNumber(digits)));
      return { ...exact, value: rounded(exact.value) };
    },
    encode,
    encodeParameter: (value, shown) => {
      const made = encode(value, shown);
      return { ...made, value: spelled(made.value) };
    },
    stringify: (value) => escapeMsDates(stringifyExact(value)),
  };
};
