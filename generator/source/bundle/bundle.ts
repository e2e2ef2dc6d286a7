import type { DiagnosticCode } from "../../diagnostics/catalog.js";
import type { Report } from "../../diagnostics/collector.js";
import { suggest } from "../../diagnostics/suggest.js";
import { child, type Pointer, parent, tokens } from "../pointer.js";
import type { FileReader } from "../read-file.js";
import type { ReadText } from "../read-text.js";
import { valueAt } from "../resolve.js";
import type { SourceHost } from "../source-host.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import { anchorsOf } from "./anchors.js";
import { hasReferences, kindOfMember, type KindName, kinds } from "./kinds.js";
import type { Origins } from "./origins.js";
import { isRemote, localReference, referenceParts } from "./reference.js";
import { createPlaces } from "./places.js";

export interface BundleOptions {
  readonly entry: ReadText;
  readonly root: SourceObject;
  readonly host: SourceHost;
  readonly reader: FileReader;
  readonly origins: Origins;
  readonly report: Report;
}

/** Where a piece of the bundle comes from, where it goes, and what it is. */
interface Spot {
  readonly file: ReadText;
  readonly from: Pointer;
  readonly to: Pointer;
  readonly kind: KindName;
}

interface Found {
  readonly file: ReadText;
  readonly pointer: Pointer;
  readonly value: SourceValue;
}

interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
}

/** References inside path items, which are inlined, to one another: deeper than this is a circle. */
const inlineDepth = 32;

/**
 * One document out of all files that the entry reaches: what stands elsewhere is copied once into `components`, path items
 * are put in place, and every `$ref` becomes local. Recursion stays a reference.
 */
export const bundle = ({ entry, root, host, reader, origins, report }: BundleOptions): SourceObject => {
  const places = createPlaces(root);
  const anchors = new Map<ReadText, ReadonlyMap<string, Pointer>>();

  const complain = (spot: Spot, { code, message, hint }: Problem): undefined => {
    report(code, { message, at: { pointer: child(spot.to, "$ref") }, ...(hint === undefined ? {} : { hint }) });
    return undefined;
  };

  const fileOf = (spot: Spot, name: string): ReadText | Problem | undefined => {
    if (name === "") return spot.file;
    const path = host.resolve(spot.file.file.path, name);
    if (path === undefined)
      return { code: "ref-outside-root", message: `${JSON.stringify(name)} leads out of the folders that may be read` };
    const file = reader.read(path);
    if (file === undefined) return { code: "ref-unresolved", message: `the file ${JSON.stringify(path)} does not exist` };
    return file ?? undefined;
  };

  const pointerIn = (file: ReadText, fragment: string): Pointer => {
    if (fragment === "" || fragment.startsWith("/")) return fragment;
    const known = anchors.get(file) ?? anchorsOf(file.value);
    anchors.set(file, known);
    return known.get(fragment) ?? `/${fragment}`;
  };

  const nearest = (file: ReadText, pointer: Pointer): string | undefined => {
    const siblings = valueAt(file.value, parent(pointer));
    const near = isSourceObject(siblings) ? suggest(tokens(pointer).at(-1) ?? "", [...siblings.keys()]) : undefined;
    return near === undefined ? undefined : `did you mean ${JSON.stringify(near)}?`;
  };

  /** What a reference leads to; undefined where its file has faults of its own, which are reported. */
  const attempt = (spot: Spot, reference: string): Found | Problem | undefined => {
    if (isRemote(reference))
      return { code: "ref-remote-refused", message: `${JSON.stringify(reference)} stands on another machine, and nothing is fetched` };
    const { file: name, fragment } = referenceParts(reference);
    const file = fileOf(spot, name);
    if (file === undefined || "code" in file) return file;
    const pointer = pointerIn(file, fragment);
    const value = valueAt(file.value, pointer);
    if (value !== undefined) return { file, pointer, value };
    const hint = nearest(file, pointer);
    return { code: "ref-unresolved", message: `${JSON.stringify(reference)} leads nowhere`, ...(hint === undefined ? {} : { hint }) };
  };

  const find = (spot: Spot, reference: string): Found | undefined => {
    const found = attempt(spot, reference);
    return found !== undefined && "code" in found ? complain(spot, found) : found;
  };

  /** The pointer in the bundle under which the target stands. */
  const placed = (found: Found, kind: KindName): Pointer => {
    if (found.file === entry) return found.pointer;
    const section = kinds[kind].section ?? "schemas";
    const { pointer, isNew } = places.of(found.file.file.path, found.pointer, section);
    if (isNew) {
      origins.add(pointer, found.file, found.pointer);
      places.fill(pointer, transform(found.value, { file: found.file, from: found.pointer, to: pointer, kind }, 0));
    }
    return pointer;
  };

  const reference = (source: SourceObject, text: string, spot: Spot, depth: number): SourceValue => {
    const found = find(spot, text);
    if (found === undefined) return source;
    if (kinds[spot.kind].inline === true && depth < inlineDepth) {
      // siblings of a path item's reference stand beside what it leads to
      const siblings = [...source].filter(([key]) => key !== "$ref");
      const target = isSourceObject(found.value) ? new Map([...found.value, ...siblings]) : found.value;
      origins.add(spot.to, found.file, found.pointer);
      return transform(target, { ...spot, file: found.file, from: found.pointer }, depth + 1);
    }
    const local = localReference(placed(found, spot.kind));
    return members(new Map([...source].map(([key, value]) => [key, key === "$ref" ? local : value])), spot, depth);
  };

  /**
   * A discriminator's mapping names schemas, or refers to them (OpenAPI 3.1 §4.8.25). A value that leads nowhere only loses
   * its hint, so it is a warning.
   */
  const mapping = (source: SourceObject, spot: Spot): SourceObject =>
    new Map(
      [...source].flatMap(([name, text]): readonly [string, SourceValue][] => {
        if (typeof text !== "string" || (!text.includes("#") && !/\.(?:ya?ml|json)$/.test(text))) return [[name, text]];
        const found = attempt(spot, text);
        if (found !== undefined && !("code" in found)) return [[name, localReference(placed(found, "schema"))]];
        const why = found === undefined ? `${JSON.stringify(text)} cannot be read` : found.message;
        report("keyword-ignored", { message: `the mapping is left out: ${why}`, at: { pointer: child(spot.to, name) } });
        return [];
      }),
    );

  const members = (source: SourceObject, spot: Spot, depth: number): SourceObject =>
    new Map(
      [...source].map(([key, value]) => [
        key,
        key === "$ref" && hasReferences(spot.kind)
          ? value
          : transform(
              value,
              { file: spot.file, from: child(spot.from, key), to: child(spot.to, key), kind: kindOfMember(spot.kind, key) },
              depth,
            ),
      ]),
    );

  const transform = (value: SourceValue, spot: Spot, depth: number): SourceValue => {
    if (spot.kind === "data") return value;
    if (isSourceArray(value))
      return value.map((item, index) =>
        transform(
          item,
          {
            file: spot.file,
            from: child(spot.from, index),
            to: child(spot.to, index),
            // `items` as a list of schemas stands in old documents
            kind: spot.kind === "schema" ? "schema" : kindOfMember(spot.kind, String(index)),
          },
          depth,
        ),
      );
    if (!isSourceObject(value)) return value;
    if (spot.kind === "mapping") return mapping(value, spot);
    const text = hasReferences(spot.kind) ? value.get("$ref") : undefined;
    if (text === undefined) return members(value, spot, depth);
    if (typeof text === "string") return reference(value, text, spot, depth);
    complain(spot, { code: "ref-not-string", message: "`$ref` must be a text" });
    return value;
  };

  origins.add("", entry, "");
  const bundled = transform(root, { file: entry, from: "", to: "", kind: "document" }, 0);
  return isSourceObject(bundled) ? places.addTo(bundled) : root;
};
