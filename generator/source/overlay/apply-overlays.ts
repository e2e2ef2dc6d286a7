import type { Report } from "../../diagnostics/collector.js";
import { isRemote } from "../bundle/reference.js";
import type { Alter } from "../load-document.js";
import { readNamed } from "../read-file.js";
import type { ReadText } from "../read-text.js";
import type { SourceHost } from "../source-host.js";
import { type Application, applyAction, createBudget } from "./apply-action.js";
import { createJsonPaths } from "./json-path.js";
import type { Overlay } from "./overlay.js";
import { readOverlay } from "./read-overlay.js";
import { locateIn, notesIn, type Traced, traceFrom } from "./trace.js";

/** An overlay that says which description it is for is not applied to another one without a word. */
const tellOther = ({ file, extends: extended }: Overlay, entry: ReadText, host: SourceHost, report: Report): void => {
  if (extended === undefined || isRemote(extended)) return;
  const path = host.resolve(file.file.path, extended);
  if (path === entry.file.path) return;
  report("overlay-extends", {
    message: `the overlay is for ${JSON.stringify(extended)}, and is applied to ${JSON.stringify(entry.file.path)}`,
    place: file.locate("/extends"),
  });
};

const applyAll = (root: Traced, { actions }: Overlay, application: Application): Traced => {
  let applied = root;
  for (const action of actions) {
    const next = applyAction(applied, action, application);
    if (next === undefined) break;
    applied = next;
  }
  return applied;
};

/** The description with overlays applied in their order, each to what the one before it left. What is wrong with them is reported. */
export const applyOverlays = (overlays: readonly string[]): Alter => (entry, reader, host, report) => {
  const path = createJsonPaths();
  const spend = createBudget();
  const texts = [entry.file.text];
  let root: Traced = { value: entry.value, trace: traceFrom({ file: entry, from: "" }) };
  for (const name of overlays) {
    const file = readNamed(name, reader, report);
    const overlay = file === undefined ? undefined : readOverlay(file, path, report);
    if (overlay === undefined) continue;
    texts.push(overlay.file.file.text);
    tellOther(overlay, entry, host, report);
    root = applyAll(root, overlay, { overlay, report, spend });
  }
  return {
    // the texts are only searched for words
    file: { path: entry.file.path, text: texts.join("\n") },
    value: root.value,
    locate: (pointer, part) => locateIn(root, pointer, part),
    notes: (pointer) => notesIn(root, pointer),
  };
};
