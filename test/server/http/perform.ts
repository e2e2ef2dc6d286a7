import { type Answer, emptyAnswer } from "./answer.js";
import { bend, type BendContext, isApplied } from "./bend.js";
import type { ContentFault, Fault, TransportFault } from "./faults.js";
import { reset, send, sendHalf, type Sending, sendSlowly, untilClosed } from "./send.js";

/** Carries out the request and gives the true answer. */
export type Carry = () => Promise<Answer>;

type Perform<F> = (fault: F, sending: Sending, carry: Carry) => Promise<void>;

const performContent = async (fault: ContentFault, sending: Sending, carry: Carry, context: BendContext): Promise<void> =>
  send(sending, bend(fault, isApplied(fault) ? await carry() : emptyAnswer(200), context));

const halfThen =
  (end: (sending: Sending) => void | Promise<void>): Perform<TransportFault> =>
  async (_, sending, carry) => {
    await sendHalf(sending, await carry());
    await end(sending);
  };

const performTransport: { readonly [Kind in TransportFault["kind"]]: Perform<Extract<TransportFault, { kind: Kind }>> } = {
  wait: async ({ until }, sending, carry) => {
    await Promise.race([until, untilClosed(sending)]);
    // whoever has left while waiting is not served
    if (!sending.signal.aborted) await send(sending, await carry());
  },
  slow: async ({ delayMs, chunkBytes }, sending, carry) => sendSlowly(sending, await carry(), delayMs, chunkBytes),
  half: halfThen(reset),
  stall: halfThen(untilClosed),
  reset: async (_, sending) => reset(sending),
  hang: async (_, sending) => untilClosed(sending),
  applyThenDie: async (_, sending, carry) => {
    await carry();
    reset(sending);
  },
};

const isTransport = (fault: Fault): fault is TransportFault => fault.kind !== undefined && Object.hasOwn(performTransport, fault.kind);

/** Answers a request as the fault wants it, or truthfully where there is none. */
export const perform = async (fault: Fault | undefined, sending: Sending, carry: Carry, context: BendContext): Promise<void> => {
  if (fault === undefined) await send(sending, await carry());
  else if (isTransport(fault)) await (performTransport[fault.kind] as Perform<TransportFault>)(fault, sending, carry);
  else await performContent(fault, sending, carry, context);
};
