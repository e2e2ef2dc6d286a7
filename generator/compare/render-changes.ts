import type { Change } from "./change.js";
import { changesAnnotations } from "./render/annotations.js";
import { changesData } from "./render/json.js";
import { changesMarkdown } from "./render/markdown.js";
import { changesSarif } from "./render/sarif.js";
import { changesText } from "./render/text.js";

export const changeFormats = ["text", "json", "sarif", "github", "markdown"] as const;

export type ChangeFormat = (typeof changeFormats)[number];

export interface RenderSettings {
  /** Of the tool, which SARIF names. */
  readonly version: string;
  /** Annotations at most. */
  readonly most: number;
}

/** The changes in one of the formats that commands print. */
export const renderChanges = (changes: readonly Change[], format: ChangeFormat, { version, most }: RenderSettings = { version: "", most: Infinity }): string => {
  switch (format) {
    case "text":
      return changesText(changes);
    case "markdown":
      return changesMarkdown(changes);
    case "github":
      return changesAnnotations(changes, most);
    case "sarif":
      return `${JSON.stringify(changesSarif(changes, version), undefined, 2)}\n`;
    case "json":
      return `${JSON.stringify(changesData(changes))}\n`;
  }
};
