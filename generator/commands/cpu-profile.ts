/** Begins a profile of this thread, by the profiler of the engine; what comes back ends it, and is a text that developer tools open. */
export const startCpuProfile = async (): Promise<() => Promise<string>> => {
  const { Session } = await import("node:inspector");
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.start");
  return () =>
    new Promise((resolve, reject) =>
      session.post("Profiler.stop", (error, stopped) => {
        session.disconnect();
        if (error === null) resolve(`${JSON.stringify(stopped.profile)}\n`);
        else reject(error);
      }),
    );
};
