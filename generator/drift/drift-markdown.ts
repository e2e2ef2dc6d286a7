import { changeClasses } from "../compare/change.js";
import { capitalised, changeHeadMarkdown } from "../compare/render/change-head.js";
import { boundedBlocks, codeBlock, codeSpan, foldedBlock, markdownText, mostMarkdown } from "../diagnostics/markdown.js";
import { type Drift, type FileDrift, fileSentence, inOrder, isRecord, type Meaning, type PlacedChange } from "./drift.js";
import { lineDiff } from "./line-diff.js";
import { counted, driftSentence, isNew, sinceSentence } from "./summary.js";

/** Lines of diff that are shown of one file, and files that are shown with one: there is no room for more. */
const shownLines = 60;
const shownFiles = 200;

/** A part of the report that stands or falls as a whole. */
interface Block {
  readonly text: string;
  readonly kind: "heading" | "change" | "file";
}

const placeOf = ({ at }: PlacedChange): string => (at === undefined ? "" : ` ${codeSpan(`${at.file}:${at.start.line}`)}`);

const changeBlock = (change: PlacedChange, heading: string): Block => ({
  kind: "change",
  text: `${heading}${changeHeadMarkdown(change)}${placeOf(change)}<br>${markdownText(change.rule)}\n`,
});

/** The changes by class, what breaks first; the heading of a class stands with the first of it. */
const changeBlocks = (meaning: Meaning): readonly Block[] =>
  meaning.kind === "unknown"
    ? []
    : changeClasses.flatMap((name) => {
        const title = `\n**${capitalised(name)}**\n\n`;
        return meaning.changes.filter((change) => change.class === name).map((change, index) => changeBlock(change, index === 0 ? title : ""));
      });

const headingBlock = (text: string): Block => ({ kind: "heading", text });

const fileBlock = (file: FileDrift, index: number, out: string): Block => {
  const name = `${out}/${file.path}`;
  const isShown = (file.kind === "outdated" || file.kind === "edited") && !isRecord(file) && index < shownFiles;
  const text = isShown ? foldedBlock(name, fileSentence(file), codeBlock("diff", lineDiff(file, shownLines))) : `- ${codeSpan(name)} ${fileSentence(file)}\n\n`;
  return { kind: "file", text };
};

const title = (drifts: readonly Drift[]): string => {
  const [failed, differing] = [drifts.filter(({ status }) => status === "failed").length, drifts.filter(({ status }) => status === "drift").length];
  if (failed > 0) return `${counted(failed, "description")} ${failed === 1 ? "has" : "have"} errors`;
  if (differing > 0) return `${counted(differing, "package")} ${differing === 1 ? "is not what its description gives" : "are not what their descriptions give"}`;
  return drifts.length === 1 ? "the package is up to date" : `${counted(drifts.length, "package")} are up to date`;
};

/** What a package is told of before its files: what changes against the revision, and what its drift means. */
const meaningBlocks = (drift: Drift): readonly Block[] => {
  const { name, status, since } = drift;
  const about = (sentence: string): Block => headingBlock(`\n${codeSpan(name)}: ${markdownText(sentence)}\n`);
  return [
    ...(since === undefined ? [] : [about(sinceSentence(since)), ...changeBlocks(since.meaning)]),
    ...(status === "drift" ? [about(driftSentence(drift)), ...changeBlocks(drift.meaning)] : []),
    ...(status === "failed" ? [about("its description has errors; nothing was compared")] : []),
  ];
};

/** What is left out, by its kinds. */
const restText = (left: readonly Block[]): string => {
  const [changes, files] = [left.filter(({ kind }) => kind === "change").length, left.filter(({ kind }) => kind === "file").length];
  const parts = [...(changes === 0 ? [] : [counted(changes, "more change")]), ...(files === 0 ? [] : [counted(files, "more file")])];
  return `\n… and ${parts.length === 0 ? "more" : parts.join(" and ")}\n`;
};

/**
 * The drift of a run for a comment on a pull request: no longer than GitHub takes, texts of descriptions as code. `repair` is the
 * command that brings the packages up to date.
 */
export const driftMarkdown = (drifts: readonly Drift[], repair: string): string => {
  const hasDrift = drifts.some(({ status }) => status === "drift");
  const head = `### openapi-sieve: ${title(drifts)}\n`;
  const end = hasDrift ? `\n${codeBlock("sh", [repair])}` : "";
  const blocks = [
    ...drifts.flatMap(meaningBlocks),
    ...drifts.flatMap(({ out, files, meaning }) => {
      const own = isNew({ files, meaning }) ? [] : inOrder(files).map((file, index) => fileBlock(file, index, out));
      return own.length === 0 ? [] : [headingBlock(`\n${counted(own.length, "file")} in ${codeSpan(out)}:\n\n`), ...own];
    }),
  ];
  const room = mostMarkdown - new TextEncoder().encode(head + end).length;
  const texts = blocks.map(({ text }) => text);
  return head + boundedBlocks(texts, room, (count) => restText(blocks.slice(blocks.length - count))) + end;
};
