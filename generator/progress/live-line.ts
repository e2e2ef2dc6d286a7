import type { Clock } from "./stage.js";

/** One line of a terminal that is written anew again and again, and is gone in the end. */
export interface LiveLine {
  readonly show: (text: string) => void;
  /** Before anything else is written, and in the end. */
  readonly wipe: () => void;
}

/** Microseconds from the beginning in which nothing is shown, since what ends soon needs no line; and between two pictures. */
const patience = 1_000_000;
const pace = 100_000;

/** ESC [ K: everything from the cursor to the end of the line goes */
const wiped = "\r\u001B[K";

/** `columns` is asked for each time, since windows change; a line that wraps could not be wiped. The text must be printable, one column a character. */
export const createLiveLine = (write: (text: string) => void, columns: () => number, clock: Clock): LiveLine => {
  const start = clock();
  let last = start + patience - pace;
  let isShown = false;
  return {
    show: (text) => {
      const now = clock();
      if (now - last < pace) return;
      last = now;
      const room = Math.max(0, columns() - 1);
      write(`${wiped}${text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text}`);
      isShown = true;
    },
    wipe: () => {
      if (isShown) write(wiped);
      isShown = false;
    },
  };
};
