import type { DiagnosticCode } from "../diagnostics/catalog.js";
import type { Finding, Report } from "../diagnostics/collector.js";
import { type Extent, createMeasure } from "./alias-budget.js";
import { mostFindings } from "./most-findings.js";
import type { Placer } from "./placer.js";
import type { Span } from "./spans.js";
import type { SourceArray, SourceObject, SourceValue } from "./value.js";
import type { ParsedNode } from "./yaml.js";

/** A value that an alias can stand for. */
export interface Anchored {
  readonly value: SourceValue;
  readonly span: Span;
}

/** What is known while the nodes of one file are turned into values. */
export interface YamlReader {
  /** The values of the anchors (`&name`) so far; a later one of the same name takes its place. */
  readonly anchors: Map<string, Anchored>;
  /** Anchors whose value is being read. */
  readonly open: Set<string>;
  readonly table: Map<SourceObject | SourceArray, readonly number[]>;
  readonly measure: (value: SourceValue) => Extent;
  readonly report: (code: DiagnosticCode, span: Span, finding: Omit<Finding, "place">) => void;
  readonly place: Placer;
  /** How many values the aliases so far stand for. */
  expanded: number;
  /** How much was found to be wrong. */
  findings: number;
  /** Something was found that leaves a gap in the value. */
  isBroken: boolean;
}

export const isFull = ({ findings }: YamlReader): boolean => findings >= mostFindings;

export const createYamlReader = (place: Placer, report: Report): YamlReader => {
  const reader: YamlReader = {
    anchors: new Map(),
    open: new Set(),
    table: new Map(),
    measure: createMeasure(),
    report: (code, { start, end }, finding) => {
      // of two values under one key, one is left
      reader.isBroken ||= code !== "yaml-duplicate-key";
      if (!isFull(reader)) report(code, { ...finding, place: place(start, end) });
      reader.findings += 1;
    },
    place,
    expanded: 0,
    findings: 0,
    isBroken: false,
  };
  return reader;
};

export const spanOfNode = ({ range }: ParsedNode): Span => ({ start: range[0], end: range[1] });
