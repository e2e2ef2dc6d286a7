import type { SurfaceIncoming } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { type Comparing, type Found, matched } from "../comparing.js";
import { compareBodies, compareResponses } from "./bodies.js";
import { more, readers } from "./kind.js";

/** Changes of what the API sends by itself. */
export const incomingKinds = {
  "incoming-added": { title: "The API sends something new", verdict: more("Programs that do not wait for it go on as before.") },
  "incoming-removed": { title: "The API does not send something any more", verdict: readers("Programs that wait for it wait in vain.") },
} as const satisfies Record<string, ChangeKind>;

const subjectOf = ({ kind, name }: SurfaceIncoming): string => `${kind} ${name}`;

export const compareIncoming = (comparing: Comparing): readonly Found[] => {
  const { both, removed, added } = matched(comparing.old.incoming, comparing.new.incoming, subjectOf);
  return [
    ...removed.map((one): Found => ({ code: "incoming-removed", subject: subjectOf(one), detail: one.name, before: { pointer: one.at } })),
    ...added.map((one): Found => ({ code: "incoming-added", subject: subjectOf(one), detail: one.name, after: { pointer: one.at } })),
    ...both.flatMap(([left, right]) => {
      const owner = { before: left.at, after: right.at };
      const subject = subjectOf(right);
      return [
        ...compareBodies(left.body, right.body, owner, { subject, direction: "response" }, comparing),
        // what is answered to the API, its users send
        ...compareResponses(left.responses, right.responses, owner, { subject, direction: "request" }, comparing),
      ];
    }),
  ];
};
