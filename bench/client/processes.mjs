import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const start = (script, args) => {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args);
  const failed = once(child, "exit").then(() => {
    throw new Error(`${script} ${args[0]} ended`);
  });
  failed.catch(() => undefined);
  return {
    child,
    message: async () => (await Promise.race([once(child, "message"), failed]))[0],
    end: async () => {
      if (child.connected) child.disconnect();
      await failed.catch(() => undefined);
    },
  };
};

/** Starts a server with so many rows, gives its address and credentials to `use`, and ends it. */
export const withServer = async (seed, use) => {
  const server = start(".built/serve.mjs", [String(seed)]);
  try {
    return await use(await server.message());
  } finally {
    await server.end();
  }
};

/** Starts contestants and gives `use` a function for each, which lets it do a task; ends them. */
export const withContestants = async (files, at, use) => {
  const started = files.map((file) => ({ file, ...start("child.mjs", [file, JSON.stringify(at)]) }));
  try {
    for (const { message } of started) await message();
    const runs = started.map(({ file, child, message }) => {
      const run = (task, count) => {
        const answer = message();
        child.send({ task, count });
        return answer;
      };
      return [file, run];
    });
    return await use(new Map(runs));
  } finally {
    await Promise.all(started.map(({ end }) => end()));
  }
};
