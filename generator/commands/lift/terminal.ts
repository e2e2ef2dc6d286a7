import { on } from "node:events";
import { emitKeypressEvents } from "node:readline";
import type { Key, Terminal } from "../options.js";

const textOf = (value: unknown, name: string): string | undefined => {
  const member: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === "string" ? member : undefined;
};

/** What `readline` tells of a key; signs such as "?" have no name there. */
const keyOf = ([text, key]: readonly unknown[]): Key => ({
  name: textOf(key, "name") ?? (typeof text === "string" ? text : ""),
  isControl: typeof key === "object" && key !== null && Reflect.get(key, "ctrl") === true,
});

/** Reads single keys from standard input until it is closed. */
export const openTerminal = (): Terminal => {
  const { stdin } = process;
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.resume();
  const keys = on(stdin, "keypress", { close: ["end", "close"] });
  return {
    key: async () => {
      const next: IteratorResult<unknown> = await keys.next();
      return next.done === true || !Array.isArray(next.value) ? undefined : keyOf(next.value);
    },
    close: () => {
      void keys.return?.();
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
};
