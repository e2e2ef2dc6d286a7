import { Worker } from "node:worker_threads";
import type { Targets } from "../config/targets.js";
import type { Checker, Made, Maker } from "../make-package.js";
import type { HearStage } from "../progress/stage.js";
import type { JobAnswer, JobData, JobRequest } from "./job.js";

/** Makes and checks packages in threads, each of which has one at a time. */
export interface Threads extends Maker, Checker {
  /** What there is to make, as a thread reads it that has not read it before, or when it did. */
  readonly find: () => Promise<Targets>;
}

interface Task {
  readonly request: JobRequest;
  readonly hear: HearStage | undefined;
  readonly resolve: (answer: JobAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
}

const failure = ({ message, stack }: Extract<JobAnswer, { kind: "failed" }>): Error => {
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
};

/** At most so many threads, each started when there is nobody else for a task. One that dies takes its task with it, and no other. */
export const startThreads = (file: string | URL, data: JobData, most: number): Threads => {
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let isClosed = false;

  const give = (thread: Thread): void => {
    const task = waiting.shift();
    thread.task = task;
    if (task === undefined) return thread.worker.unref();
    thread.worker.ref();
    thread.worker.postMessage(task.request);
  };

  const end = (thread: Thread, answer: (task: Task) => void): void => {
    const { task } = thread;
    thread.task = undefined;
    if (task !== undefined) answer(task);
  };

  /** What went wrong in it may have left it unfit for more. */
  const discard = (thread: Thread, error: Error): void => {
    if (!threads.delete(thread)) return;
    void thread.worker.terminate();
    end(thread, (task) => task.reject(error));
    if (!isClosed && waiting.length > 0) start();
  };

  const start = (): void => {
    const thread: Thread = { worker: new Worker(file, { workerData: data }), task: undefined };
    threads.add(thread);
    thread.worker.on("message", (answer: JobAnswer) => {
      if (answer.kind === "stages") return answer.events.forEach((event) => thread.task?.hear?.(event));
      if (answer.kind === "failed") return discard(thread, failure(answer));
      end(thread, (task) => task.resolve(answer));
      give(thread);
    });
    thread.worker.on("error", (error: Error) => discard(thread, error));
    thread.worker.on("exit", () => discard(thread, new Error("the thread has ended")));
    give(thread);
  };

  const ask = (request: JobRequest, hear?: HearStage): Promise<JobAnswer> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Error("the run has ended"));
      waiting.push({ request, hear, resolve, reject });
      const idle = [...threads].find(({ task }) => task === undefined);
      if (idle !== undefined) give(idle);
      else if (threads.size < most) start();
    });

  return {
    find: async () => {
      const answer = await ask({ kind: "find" });
      if (answer.kind !== "found") throw new Error(`a thread answered with ${answer.kind}`);
      return answer.found;
    },
    make: async ({ name }, hear): Promise<Made> => {
      const answer = await ask({ kind: "make", name }, hear);
      if (answer.kind !== "made") throw new Error(`a thread answered with ${answer.kind}`);
      return answer.made;
    },
    check: async ({ name }, revision, hear) => {
      const answer = await ask({ kind: "check", name, revision }, hear);
      if (answer.kind !== "checked") throw new Error(`a thread answered with ${answer.kind}`);
      return answer.checked;
    },
    close: async () => {
      isClosed = true;
      for (const task of waiting.splice(0)) task.reject(new Error("the run has ended"));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
};
