import process from "node:process";

/**
 * Ctrl-C: the first one stops, each further one aborts. Gives what ends the listening.
 * @type {(stop: () => void, abort: () => void) => () => void}
 */
export const onInterrupt = (stop, abort) => {
  let count = 0;
  const listener = () => (count++ === 0 ? stop() : abort());
  process.on("SIGINT", listener);
  return () => void process.off("SIGINT", listener);
};
