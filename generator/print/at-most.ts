/** Runs at most `count` of the tasks that it is given at a time, in their order; each gets the answer of its own. */
export const atMost = (count: number): (<Result>(task: () => Promise<Result>) => Promise<Result>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const start = async (): Promise<void> => {
    if (running < count) running++;
    // whoever ends hands its place on
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const end = (): void => {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  };
  return async (task) => {
    await start();
    try {
      return await task();
    } finally {
      end();
    }
  };
};
