import type { Report } from "../diagnostics/collector.js";
import type { Target } from "../diagnostics/diagnostic.js";
import type { Place } from "../diagnostics/place.js";
import type { SpecDocument } from "./document.js";
import { createPlacer } from "./placer.js";
import { tokens } from "./pointer.js";
import { readYaml } from "./read-yaml.js";
import type { SourceHost } from "./source-host.js";
import { type Span, spansOf } from "./spans.js";
import { isSourceArray, isSourceObject } from "./value.js";

export type { SourceHost } from "./source-host.js";

export const loadDocument = (entry: string, host: SourceHost, report: Report): SpecDocument | undefined => {
  const bytes = host.readFile(entry);
  if (bytes === undefined) {
    report("file-missing", { message: `${entry} does not exist` });
    return undefined;
  }
  const file = { path: entry, text: new TextDecoder().decode(bytes) };
  const place = createPlacer(file);
  const read = readYaml(file.text, place, report);
  if (read === undefined || !isSourceObject(read.value)) return undefined;
  const locate = ({ pointer, part }: Target): Place => {
    let value = read.value;
    let span: Span = read.span;
    for (const token of tokens(pointer)) {
      const index = isSourceObject(value) ? [...value.keys()].indexOf(token) : Number(token);
      if (!isSourceObject(value) && !isSourceArray(value)) break;
      const spans = spansOf(read.table, value, index);
      if (spans === undefined) break;
      const next = isSourceObject(value) ? value.get(token) : value[index];
      span = part === "key" ? spans.key : spans.value;
      value = next ?? null;
    }
    return place(span.start, span.end);
  };
  return { root: read.value, files: [file], locate };
};
