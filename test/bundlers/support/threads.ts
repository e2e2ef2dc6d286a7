import { syncBuiltinESMExports } from "node:module";
import workers from "node:worker_threads";

/** Threads of this process since they are counted. */
export interface Threads {
  readonly started: () => number;
  readonly alive: () => number;
  readonly forget: () => void;
}

export const countThreads = (): Threads => {
  let started = 0;
  let alive = 0;
  const { Worker } = workers;
  class Counted extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      started += 1;
      alive += 1;
      this.once("exit", () => (alive -= 1));
    }
  }
  workers.Worker = Counted;
  syncBuiltinESMExports();
  return {
    started: () => started,
    alive: () => alive,
    forget: () => {
      workers.Worker = Worker;
      syncBuiltinESMExports();
    },
  };
};
