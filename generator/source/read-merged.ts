import type { Span } from "./spans.js";
import { isSourceArray, isSourceObject, type SourceValue } from "./value.js";
import { type Members, mergeMembers } from "./yaml-members.js";
import type { YamlReader } from "./yaml-reader.js";

/** Adds the mappings that `<<` names (https://yaml.org/type/merge.html); the first one that has a key wins. */
export const readMerged = (value: SourceValue, key: Span, members: Members, reader: YamlReader): void => {
  const sources = isSourceArray(value) ? value : [value];
  for (const source of sources)
    if (isSourceObject(source)) mergeMembers(members, source, reader);
    else reader.report("yaml-syntax", key, { message: "the value of a merge key has to be a mapping, or a list of them" });
};
