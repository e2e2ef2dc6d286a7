import { displayWidth } from "../diagnostics/display-width.js";
import type { Clock } from "./stage.js";

/** One line of a terminal that is written anew again and again, and is gone in the end. */
export interface LiveLine {
  readonly show: (text: string) => void;
  /** Before anything else is written, and in the end. */
  readonly wipe: () => void;
}

/** Microseconds from the beginning in which nothing is shown, since what ends soon needs no line; and between two pictures. */
const patience = 500_000;
const pace = 100_000;

/** ESC [ K: everything from the cursor to the end of the line goes */
const wiped = "\r\u001B[K";

/** As much of a text as there is room for, with a sign where something is left out. */
const fitting = (text: string, room: number): string => {
  const characters = [...text];
  const widths = characters.map(displayWidth);
  if (widths.reduce((sum, width) => sum + width, 0) <= room) return text;
  let left = room - 1;
  const end = widths.findIndex((width) => (left -= width) < 0);
  return room < 1 ? "" : `${characters.slice(0, end).join("")}…`;
};

/** `columns` is asked for each time, since windows change; a line that wraps could not be wiped. The text must be printable. */
export const createLiveLine = (write: (text: string) => void, columns: () => number, clock: Clock): LiveLine => {
  const start = clock();
  let last = start + patience - pace;
  let shown = "";
  return {
    show: (text) => {
      const now = clock();
      if (now - last < pace) return;
      last = now;
      const fit = fitting(text, columns() - 1);
      if (fit !== shown) write(`${wiped}${fit}`);
      shown = fit;
    },
    wipe: () => {
      if (shown !== "") write(wiped);
      shown = "";
    },
  };
};
