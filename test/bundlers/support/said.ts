import { runInNewContext } from "node:vm";

/** What a bundle of the app says when it runs. */
export const said = (code: string): readonly unknown[] => {
  const lines: unknown[] = [];
  runInNewContext(code, { console: { log: (line: unknown) => void lines.push(line) } });
  return lines;
};
