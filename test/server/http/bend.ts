import { gzipSync } from "node:zlib";
import { type Answer, bytesAnswer, bytesOf, emptyAnswer, textAnswer } from "./answer.js";
import type { CannedFault, ContentFault } from "./faults.js";

/** What the bent answer needs to know of the server and the request. */
export interface BendContext {
  /** The target of the request, as it was received. */
  readonly target: string;
  /** The origin that redirects to "other" lead to. */
  readonly otherUrl: string;
  /** The body of an error in the form of the API. */
  readonly errorBody: (status: number) => string;
}

/** Redirects within the origin lead below this folder, which the origin takes off again. */
export const movedFolder = "/moved";

const page = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n";

const canned = (fault: CannedFault, errorBody: (status: number) => string): Answer =>
  textAnswer(fault.status, fault.body ?? errorBody(fault.status), fault.contentType ?? "application/json", {
    ...(fault.retryAfter === undefined ? {} : { "Retry-After": fault.retryAfter }),
    ...fault.headers,
  });

/** Half of a line, but at least its first character: never nothing, never the whole. */
const halfOf = (line: string): string => line.slice(0, Math.max(1, Math.floor(line.length / 2)));

const linesOf = (answer: Answer): readonly string[] => Buffer.from(bytesOf(answer.body)).toString().split("\n");

const truncated = (answer: Answer, afterLines: number): Answer => {
  const lines = linesOf(answer);
  const text = lines.slice(0, afterLines).map((line) => `${line}\n`).join("") + halfOf(lines[afterLines] ?? "");
  return { ...answer, body: { kind: "bytes", bytes: Buffer.from(text) } };
};

const withBrokenLine = (answer: Answer, number: number): Answer => {
  const lines = linesOf(answer).map((line, index) => (index + 1 === number ? halfOf(line) : line));
  return { ...answer, body: { kind: "bytes", bytes: Buffer.from(lines.join("\n")) } };
};

const gzipped = (answer: Answer): Answer =>
  bytesAnswer(answer.status, gzipSync(bytesOf(answer.body)), { ...answer.headers, "Content-Encoding": "gzip", Vary: "Accept-Encoding" });

const locationOf = (to: "same" | "other" | URL, { target, otherUrl }: BendContext): string =>
  to === "same" ? movedFolder + target : to === "other" ? new URL(target, otherUrl).href : to.href;

/** Whether the request is carried out although the answer says something else. */
export const isApplied = (fault: ContentFault): boolean =>
  fault.kind === undefined ? fault.applied === true : ["truncate", "brokenLine", "gzip"].includes(fault.kind);

/** What is answered under a fault. `real` is empty where the request was not carried out. */
export const bend = (fault: ContentFault, real: Answer, context: BendContext): Answer => {
  if (fault.kind === undefined) return canned(fault, context.errorBody);
  switch (fault.kind) {
    case "truncate":
      return truncated(real, fault.afterLines);
    case "brokenLine":
      return withBrokenLine(real, fault.line);
    case "gzip":
      return gzipped(real);
    case "redirect":
      return emptyAnswer(fault.status, { Location: locationOf(fault.to, context) });
    case "html":
      return textAnswer(fault.status ?? 502, page, "text/html; charset=utf-8");
    case "empty":
      return emptyAnswer(fault.status ?? 200, { "Content-Type": "application/json" });
    case "invalidJson":
      return textAnswer(fault.status ?? 200, '{"detail": "cut', "application/json");
  }
};
