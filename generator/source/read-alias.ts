import { suggest } from "../diagnostics/suggest.js";
import { aliasLimit } from "./alias-budget.js";
import { depthLimit, tooDeep } from "./depth-limit.js";
import { type Anchored, isFull, type YamlReader } from "./yaml-reader.js";
import type { Span } from "./spans.js";

const reportUnknown = (name: string, span: Span, reader: YamlReader): void => {
  const { anchors, open, report } = reader;
  if (open.has(name))
    return report("yaml-alias-limit", span, { message: `\`*${name}\` stands inside the value that it names` });
  const near = isFull(reader) ? undefined : suggest(name, [...anchors.keys()]);
  report("yaml-syntax", span, {
    message: `there is no anchor \`&${name}\` before this alias`,
    hint: near === undefined ? "a text that begins with `*` needs quotes" : `did you mean \`*${near}\`?`,
  });
};

/** What an alias stands for; undefined, and reported, if that is nothing or too much. */
export const readAlias = (name: string, span: Span, reader: YamlReader, depth: number): Anchored | undefined => {
  const anchored = reader.open.has(name) ? undefined : reader.anchors.get(name);
  if (anchored === undefined) {
    reportUnknown(name, span, reader);
    return undefined;
  }
  const { size, height } = reader.measure(anchored.value);
  const before = reader.expanded;
  reader.expanded += size;
  if (depth + height > depthLimit) {
    reader.report("depth-exceeded", span, { message: tooDeep });
    return undefined;
  }
  if (reader.expanded <= aliasLimit) return anchored;
  // the first one is enough: every alias after it is over the limit too
  if (before <= aliasLimit)
    reader.report("yaml-alias-limit", span, { message: `the aliases of this file stand for more than ${aliasLimit} values` });
  return undefined;
};
