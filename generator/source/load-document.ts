import type { Report } from "../diagnostics/collector.js";
import { bundle } from "./bundle/bundle.js";
import { createOrigins } from "./bundle/origins.js";
import { reportCycles } from "./bundle/report-cycles.js";
import { checkRoot } from "./check-root.js";
import type { SpecDocument } from "./document.js";
import { noDynamicScopes } from "./dynamic-scopes.js";
import { createFileReader } from "./read-file.js";
import type { SourceHost } from "./source-host.js";

export type { SourceHost } from "./source-host.js";

/**
 * Reads a description and all files it refers to into one document. Everything wrong with the texts and the references is
 * reported.
 */
export const loadDocument = (entry: string, host: SourceHost, report: Report): SpecDocument => {
  const reader = createFileReader(host, report);
  const read = reader.read(entry);
  if (read === undefined) report("file-missing", { message: `there is no file ${JSON.stringify(entry)}` });
  const root = read === undefined || read === null ? undefined : checkRoot(read, report);
  const origins = createOrigins();
  if (read === undefined || read === null || root === undefined)
    return {
      ...{ root: undefined, files: reader.files(), dynamic: noDynamicScopes, locate: origins.locate },
      ignoredAt: () => new Set<string>(),
    };
  const bundled = bundle({ entry: read, root, host, reader, origins, report });
  reportCycles(bundled.root, bundled.chains, report);
  // where a file could not be read, what the others say of it is no news
  const { dynamic, ignoredAt } = bundled;
  return { root: bundled.isWhole ? bundled.root : undefined, files: reader.files(), dynamic, ignoredAt, locate: origins.locate };
};
