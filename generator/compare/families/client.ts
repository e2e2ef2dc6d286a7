import type { SurfaceClient, SurfaceOperation } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { callers, more, same } from "./kind.js";

/** Changes of what clients are made with, and of what they ask for. */
export const clientKinds = {
  "credential-added": { title: "A credential is new", verdict: more("Clients with the old credentials go on as before, where an operation takes them still.") },
  "credential-removed": { title: "A credential is gone", verdict: callers("Clients that are given it no longer compile.") },
  "credential-type-changed": { title: "A credential is of another type", verdict: callers("Clients that are given the old one no longer compile.") },
  "credential-sent-otherwise": { title: "A credential is sent otherwise", verdict: same("The client sends it: what it is given stays the same.") },
  "credentials-required": { title: "Every operation asks for credentials", verdict: callers("Clients without credentials no longer compile.") },
  "credentials-optional": { title: "Some operation asks for no credentials", verdict: more("Clients with credentials are made as before.") },
  "combination-added": { title: "Credentials can be combined in one more way", verdict: more("Clients with the old combinations go on as before.") },
  "combination-removed": { title: "Credentials cannot be combined in one way any more", verdict: callers("Clients with the combination no longer compile.") },
  "security-added": { title: "An operation can be called with other credentials too", verdict: more("Calls with the old credentials go on as before.") },
  "security-removed": { title: "An operation cannot be called with some credentials any more", verdict: callers("Calls of clients that have only these are refused.") },
  "server-added": { title: "A server is new", verdict: more("Clients of the other servers go on as before.") },
  "server-removed": { title: "A server is gone", verdict: callers("Clients that name the server no longer compile.") },
  "server-option-changed": { title: "The server is chosen by another option", verdict: callers("Clients that choose the server no longer compile.") },
  "address-changed": { title: "The server that counts unless told otherwise has another address", verdict: same("The client knows the address: programs stay as they are.") },
  "base-url-required": { title: "There is no server any more", verdict: callers("Clients without a `baseUrl` no longer compile.") },
  "base-url-optional": { title: "There is a server now", verdict: more("Clients with a `baseUrl` are made as before.") },
  "server-variable-added": { title: "A variable of a server is new", verdict: more("It has a value unless told otherwise.") },
  "server-variable-removed": { title: "A variable of a server is gone", verdict: callers("Clients that are given it no longer compile.") },
  "server-variable-narrowed": { title: "A variable of a server takes fewer values", verdict: callers("Clients with a value that is gone no longer compile.") },
  "server-variable-widened": { title: "A variable of a server takes more values", verdict: more("The old values are right still.") },
  "representation-changed": { title: "Clients show values otherwise unless told so", verdict: callers("Values of these formats have another type in every program that does not choose it.") },
  "client-removed": { title: "There is no client any more", verdict: callers("The description has no operations.") },
  "client-added": { title: "There is a client now", verdict: more("The description has operations.") },
} as const satisfies Record<string, ChangeKind>;

type ClientCode = keyof typeof clientKinds;

const client = (code: ClientCode, detail: string, before = "", after = ""): Found => ({ code, subject: "createClient", detail, before: { pointer: before }, after: { pointer: after } });

const words = (keys: readonly string[]): string => (keys.length === 0 ? "none" : keys.join(" + "));

const compareCredentials = (old: SurfaceClient, now: SurfaceClient): readonly Found[] => {
  const used = ({ combinations }: SurfaceClient): ReadonlySet<string> => new Set(combinations.flat());
  const [before, after] = [used(old), used(now)];
  const { both, removed, added } = matched(
    old.credentials.filter(({ key }) => before.has(key)),
    now.credentials.filter(({ key }) => after.has(key)),
    ({ key }) => key,
  );
  const gone = new Set(removed.map(({ key }) => key));
  const come = new Set(added.map(({ key }) => key));
  const combined = matched(old.combinations, now.combinations, words);
  return [
    ...removed.map(({ key, at }) => client("credential-removed", key, at)),
    ...added.map(({ key, at }) => client("credential-added", key, "", at)),
    ...both.flatMap(([left, right]): readonly Found[] => [
      ...(left.type === right.type ? [] : [client("credential-type-changed", `${right.key}: ${changed(left.type, right.type)}`, left.at, right.at)]),
      ...(left.type !== right.type || left.wire === right.wire ? [] : [client("credential-sent-otherwise", `${right.key}: ${changed(left.wire, right.wire)}`, left.at, right.at)]),
    ]),
    ...combined.removed.filter((keys) => !keys.some((key) => gone.has(key))).map((keys) => client("combination-removed", words(keys))),
    ...combined.added.filter((keys) => !keys.some((key) => come.has(key))).map((keys) => client("combination-added", words(keys))),
    ...(old.needsCredentials === now.needsCredentials ? [] : [client(now.needsCredentials ? "credentials-required" : "credentials-optional", words(now.combinations.map(words)))]),
  ];
};

const compareServers = (old: SurfaceClient, now: SurfaceClient): readonly Found[] => {
  const { removed, added } = matched(old.servers, now.servers, (name) => name);
  const isOther = old.serverOption !== now.serverOption && old.serverOption !== undefined && now.serverOption !== undefined;
  const address = changed(old.addresses[0] ?? "none", now.addresses[0] ?? "none");
  const place = "/servers";
  const variables = matched(old.variables, now.variables, ({ name }) => name);
  return [
    ...(isOther ? [client("server-option-changed", changed(old.serverOption ?? "", now.serverOption ?? ""), place, place)] : []),
    ...removed.map((name) => client("server-removed", name, place, place)),
    ...added.map((name) => client("server-added", name, place, place)),
    ...(old.hasServer === now.hasServer ? [] : [client(now.hasServer ? "base-url-optional" : "base-url-required", address, place, place)]),
    ...(old.hasServer && now.hasServer && old.addresses[0] !== now.addresses[0] ? [client("address-changed", address, place, place)] : []),
    ...variables.removed.map(({ name }) => client("server-variable-removed", name, place, place)),
    ...variables.added.map(({ name }) => client("server-variable-added", name, place, place)),
    ...variables.both.flatMap(([left, right]): readonly Found[] => {
      const isOpen = ({ values }: typeof left): boolean => values.length === 0;
      const kept = new Set(right.values);
      const known = new Set(left.values);
      const lost = isOpen(right) ? [] : isOpen(left) ? right.values : left.values.filter((value) => !kept.has(value));
      const fresh = isOpen(left) ? [] : isOpen(right) ? ["any"] : right.values.filter((value) => !known.has(value));
      return [
        ...(lost.length === 0 ? [] : [client("server-variable-narrowed", `${right.name}: ${isOpen(left) ? "only " : "without "}${lost.join(", ")}`, place, place)]),
        ...(fresh.length === 0 ? [] : [client("server-variable-widened", `${right.name}: ${fresh.join(", ")}`, place, place)]),
      ];
    }),
  ];
};

/** What became of `createClient`. */
export const compareClients = ({ old, new: now }: Comparing): readonly Found[] => {
  const shown = (["dates", "int64", "decimals"] as const).filter((key) => old.representation[key] !== now.representation[key]);
  const representation = shown.map((key): Found => client("representation-changed", `${key}: ${changed(old.representation[key], now.representation[key])}`));
  if (old.client === undefined && now.client === undefined) return representation;
  if (now.client === undefined) return [...representation, client("client-removed", "createClient")];
  if (old.client === undefined) return [...representation, client("client-added", "createClient")];
  return [...representation, ...compareCredentials(old.client, now.client), ...compareServers(old.client, now.client)];
};

/** What became of the credentials that one operation takes. */
export const compareSecurity = (old: SurfaceOperation, now: SurfaceOperation): readonly Found[] => {
  // without any requirement, no credential is asked for
  const all = ({ security }: SurfaceOperation): readonly (readonly string[])[] => (security.length === 0 ? [[]] : security);
  const { removed, added } = matched(all(old), all(now), words);
  // what asks for less takes those who have more
  const covered = (keys: readonly string[], others: readonly (readonly string[])[]): boolean => others.some((other) => other.every((key) => keys.includes(key)));
  const found = (code: ClientCode, keys: readonly string[]): Found => ({ code, subject: now.name, detail: words(keys), before: { pointer: old.at }, after: { pointer: now.at } });
  return [
    ...removed.filter((keys) => !covered(keys, all(now))).map((keys) => found("security-removed", keys)),
    ...added.filter((keys) => !covered(keys, all(old))).map((keys) => found("security-added", keys)),
  ];
};
