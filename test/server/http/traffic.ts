/** What a server counts. */
export interface Traffic {
  /** Connections that are open now, idle ones included. */
  readonly openSockets: number;
  readonly socketsOpened: number;
  /** Requests whose answer has not ended. */
  readonly activeRequests: number;
  readonly maxActiveRequests: number;
  readonly requests: number;
  /** Lines of JSON Lines, over all answers. */
  readonly linesWritten: number;
  /** Answers whose connection ended before they were complete. */
  readonly brokenAnswers: number;
}

/** The counters of a server, and a way to wait for them. */
export interface TrafficCounters {
  readonly now: () => Traffic;
  /** Adds to a counter and wakes whoever waits. */
  readonly add: (name: keyof Traffic, count: number) => void;
  /** Begins anew with what is going on now; what has ended is forgotten. */
  readonly reset: () => void;
  /** Resolves as soon as the condition holds; rejects after ten seconds, so that a test that waits in vain says for what. */
  readonly when: (condition: (traffic: Traffic) => boolean) => Promise<Traffic>;
  /** Whoever still waits is told that nothing will come. */
  readonly end: () => void;
}

type Mutable = { -readonly [Name in keyof Traffic]: Traffic[Name] };

const none: Traffic = {
  openSockets: 0,
  socketsOpened: 0,
  activeRequests: 0,
  maxActiveRequests: 0,
  requests: 0,
  linesWritten: 0,
  brokenAnswers: 0,
};

const patience = 10_000;

/** Someone who waits: looks at each change, or gives up. */
interface Waiter {
  readonly look: () => void;
  readonly giveUp: (why: string) => void;
}

const wait = (traffic: Traffic, waiters: Set<Waiter>, condition: (traffic: Traffic) => boolean): Promise<Traffic> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      waiters.delete(waiter);
      clearTimeout(timer);
    };
    const giveUp = (why: string): void => {
      done();
      reject(new Error(`${why}, and ${condition.toString()} did not come true: ${JSON.stringify(traffic)}`));
    };
    const look = (): void => {
      if (!condition(traffic)) return;
      done();
      resolve({ ...traffic });
    };
    const waiter: Waiter = { look, giveUp };
    const timer = setTimeout(() => giveUp("time is up"), patience);
    waiters.add(waiter);
    look();
  });

/** Counters that all begin at zero. */
export const createTraffic = (): TrafficCounters => {
  const traffic: Mutable = { ...none };
  const waiters = new Set<Waiter>();
  const wake = (): void => {
    for (const { look } of waiters) look();
  };
  return {
    now: () => ({ ...traffic }),
    add: (name, count) => {
      traffic[name] += count;
      traffic.maxActiveRequests = Math.max(traffic.maxActiveRequests, traffic.activeRequests);
      wake();
    },
    reset: () => {
      const { openSockets, activeRequests } = traffic;
      Object.assign(traffic, none, { openSockets, activeRequests, maxActiveRequests: activeRequests });
      wake();
    },
    when: (condition) => wait(traffic, waiters, condition),
    end: () => {
      for (const { giveUp } of waiters) giveUp("the server was closed");
    },
  };
};
