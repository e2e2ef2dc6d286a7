import type { Direction } from "../../model/directions.js";
import { child } from "../../source/pointer.js";
import type { SurfaceBody, SurfaceHeader, SurfaceMediaType, SurfaceResponse } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { callers, more, readers } from "./kind.js";

/** Changes of what a request carries. What the API sends, as a webhook, is judged as something that is read. */
export const bodyKinds = {
  "body-added": { title: "An optional body is new", request: more("Calls without a body go on as before."), response: more("Readers need not look at what is new.") },
  "body-required-added": { title: "A required body is new", request: callers("Calls without a body are refused, and no longer compile."), response: more("Readers need not look at what is new.") },
  "body-removed": { title: "A body is gone", request: callers("Calls with a body no longer compile."), response: readers("There is nothing to read any more.") },
  "body-required": { title: "A body has become required", request: callers("Calls without a body are refused, and no longer compile."), response: more("What is sure to come can be read as before.") },
  "body-optional": { title: "A body has become optional", request: more("Calls with a body are right still."), response: readers("The body may not be there.") },
  "media-type-added": { title: "A media type is new", request: more("Bodies can be sent as before, and otherwise too."), response: more("Answers are asked for as before.") },
  "media-type-removed": { title: "A media type is gone", request: callers("Bodies cannot be sent so any more."), response: readers("Answers cannot be had so any more.") },
  "media-type-standard-changed": {
    title: "A body is of another media type unless told otherwise",
    request: callers("Calls that do not name the media type send another one, of another type."),
    response: readers("What programs read is of another media type."),
  },
  "body-undescribed": { title: "A body is not described any more", request: more("Anything can be sent."), response: readers("What programs read may be anything, so that what they do with it does not compile.") },
  "body-described": { title: "A body is described now", request: callers("Bodies that are not as described are refused, and no longer compile."), response: more("What could be anything has a type.") },
} as const satisfies Record<string, ChangeKind>;

/** Changes of what is answered. What is answered to a webhook is sent. */
export const responseKinds = {
  "response-added": {
    title: "A status is new",
    request: more("What was answered before can be answered still."),
    response: more("A status that was not described was possible before, and is an error like others unless it is a success."),
  },
  "response-success-added": {
    title: "A success is new",
    request: more("What was answered before can be answered still."),
    response: readers("What a call gives may be of one more type."),
  },
  "response-removed": {
    title: "A status is gone",
    request: callers("What was answered is not taken any more."),
    response: readers("Programs that ask for the status find that its type is gone."),
  },
  "header-added": { title: "A header of answers is new", request: more("Answers without it are right still."), response: more("Readers need not look at what is new.") },
  "header-removed": { title: "A header of answers is gone", request: more("Nobody asks for it any more."), response: readers("Programs that read the header by its type no longer compile.") },
} as const satisfies Record<string, ChangeKind>;

/** Which way the values go, and what they are values of. */
export interface Way {
  readonly subject: string;
  readonly direction: Direction;
}

const mediaPairs = (old: readonly SurfaceMediaType[], now: readonly SurfaceMediaType[], { subject, direction }: Way, comparing: Comparing): readonly Found[] => {
  const { both, removed, added } = matched(old, now, ({ mediaType }) => mediaType);
  const directions = [direction];
  const place = (one: SurfaceMediaType): string => (both.length + removed.length + added.length > 1 ? `${subject} ${one.mediaType}` : subject);
  return [
    ...removed.map((one): Found => ({ code: "media-type-removed", subject, detail: one.mediaType, directions, before: { pointer: one.at } })),
    ...added.map((one): Found => ({ code: "media-type-added", subject, detail: one.mediaType, directions, after: { pointer: one.at } })),
    ...both.flatMap(([left, right]) => compareMedia(left, right, { subject: place(right), direction }, comparing)),
  ];
};

const compareMedia = (old: SurfaceMediaType, now: SurfaceMediaType, { subject, direction }: Way, { compareValues }: Comparing): readonly Found[] =>
  (["shape", "itemShape"] as const).flatMap((key): readonly Found[] => {
    const [before, after] = [old[key], now[key]];
    const directions = [direction];
    if (before === undefined && after === undefined) return [];
    if (before === undefined || after === undefined)
      return [{ code: after === undefined ? "body-undescribed" : "body-described", subject, detail: now.mediaType, directions, before: { pointer: old.at }, after: { pointer: now.at } }];
    const name = key === "shape" ? "schema" : "itemSchema";
    return compareValues({ subject, directions, before: [before], after: [after], beforeAt: child(old.at, name), afterAt: child(now.at, name) });
  });

/** The content of both, with the media type that counts unless told otherwise. */
const compareContent = (
  old: Pick<SurfaceBody, "at" | "content"> & { readonly standard?: string },
  now: Pick<SurfaceBody, "at" | "content"> & { readonly standard?: string },
  way: Way,
  comparing: Comparing,
): readonly Found[] => {
  const isOther = old.standard !== now.standard && old.standard !== undefined && now.standard !== undefined;
  const other: readonly Found[] = isOther
    ? [{ code: "media-type-standard-changed", subject: way.subject, detail: changed(old.standard, now.standard), directions: [way.direction], before: { pointer: old.at }, after: { pointer: now.at } }]
    : [];
  return [...mediaPairs(old.content, now.content, way, comparing), ...other];
};

/** What became of the body of a request. */
export const compareBodies = (old: SurfaceBody | undefined, now: SurfaceBody | undefined, owner: { readonly before: string; readonly after: string }, way: Way, comparing: Comparing): readonly Found[] => {
  const { subject, direction } = way;
  const directions = [direction];
  const spots = { before: { pointer: old?.at ?? owner.before }, after: { pointer: now?.at ?? owner.after } };
  if (old === undefined && now === undefined) return [];
  if (now === undefined) return [{ code: "body-removed", subject, detail: old?.standard ?? "", directions, ...spots }];
  if (old === undefined) return [{ code: now.required ? "body-required-added" : "body-added", subject, detail: now.standard, directions, ...spots }];
  const required: readonly Found[] = old.required === now.required ? [] : [{ code: now.required ? "body-required" : "body-optional", subject, detail: now.required ? "optional → required" : "required → optional", directions, ...spots }];
  return [...required, ...compareContent(old, now, way, comparing)];
};

const headerSubject = (subject: string, { name }: SurfaceHeader): string => `${subject} header ${name}`;

const compareHeaders = (old: SurfaceResponse, now: SurfaceResponse, { subject, direction }: Way, { compareValues }: Comparing): readonly Found[] => {
  const { both, removed, added } = matched(old.headers, now.headers, ({ name }) => name.toLowerCase());
  const directions = [direction];
  const place = ({ at, shapeAt = child(at, "schema") }: SurfaceHeader): string => shapeAt;
  return [
    ...removed.map((one): Found => ({ code: "header-removed", subject: headerSubject(subject, one), detail: one.name, directions, before: { pointer: one.at }, after: { pointer: now.at } })),
    ...added.map((one): Found => ({ code: "header-added", subject: headerSubject(subject, one), detail: one.name, directions, before: { pointer: old.at }, after: { pointer: one.at } })),
    ...both.flatMap(([left, right]) =>
      compareValues({ subject: headerSubject(subject, right), directions, before: [left.shape], after: [right.shape], beforeAt: place(left), afterAt: place(right) }),
    ),
  ];
};

const isSuccess = ({ status }: SurfaceResponse): boolean => /^2(?:\d\d|XX)$/i.test(status);

/** What became of the answers. */
export const compareResponses = (
  old: readonly SurfaceResponse[],
  now: readonly SurfaceResponse[],
  owner: { readonly before: string; readonly after: string },
  { subject, direction }: Way,
  comparing: Comparing,
): readonly Found[] => {
  const { both, removed, added } = matched(old, now, ({ status }) => status.toUpperCase());
  const directions = [direction];
  return [
    ...removed.map((one): Found => ({ code: "response-removed", subject: `${subject} ${one.status}`, detail: one.status, directions, before: { pointer: one.at }, after: { pointer: owner.after } })),
    ...added.map((one): Found => ({
      // the first success only says what was not said
      code: isSuccess(one) && old.some(isSuccess) && one.content.length > 0 ? "response-success-added" : "response-added",
      subject: `${subject} ${one.status}`,
      detail: one.status,
      directions,
      before: { pointer: owner.before },
      after: { pointer: one.at },
    })),
    ...both.flatMap(([left, right]): readonly Found[] => {
      const way: Way = { subject: `${subject} ${right.status}`, direction };
      return [...compareContent(left, right, way, comparing), ...compareHeaders(left, right, way, comparing)];
    }),
  ];
};
