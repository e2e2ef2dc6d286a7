import type { Report } from "../diagnostics/collector.js";
import type { Pointer } from "../source/pointer.js";
import { reservedTypes } from "./reserved.js";

/** A name, and all that is made of it. */
export type Derive = (name: string) => readonly string[];

/** Hands out names that are free, together with all that is derived from them. */
export interface Allocator {
  /** `wanted`, or `wanted2`, … such that every name made of it is free; `derive` gives all of them. */
  readonly type: (wanted: string, derive: Derive, pointer: Pointer) => string;
  /** Is it, with all that is derived from it, neither taken nor reserved? */
  readonly areFree: (wanted: string, derive: Derive) => boolean;
  /** Is the name neither taken nor reserved? */
  readonly isFree: (name: string) => boolean;
  /** A module path; file systems that fold case must not fold two into one. */
  readonly module: (folder: string, name: string) => string;
}

/** File systems take 255 bytes, of which a number and the longest extension take some. */
const longestName = 200;

const short = (name: string): string => name.slice(0, longestName).replace(/-$/, "");

/** `reserved` are names beside those that no package hands out. */
export const createAllocator = (report: Report, reserved: ReadonlySet<string> = new Set()): Allocator => {
  const taken = new Map<string, Pointer>();
  const modules = new Set<string>();
  // the attempt that comes next, since nothing is given back: many may want one name, where names have no letters of ASCII
  const nextType = new WeakMap<Derive, Map<string, number>>();
  const nextModule = new Map<string, number>();
  const isFree = (name: string): boolean => !taken.has(name) && !reservedTypes.has(name) && !reserved.has(name);

  const type: Allocator["type"] = (wanted, derive, pointer) => {
    const next = nextType.get(derive) ?? new Map<string, number>();
    nextType.set(derive, next);
    for (let attempt = next.get(wanted) ?? 1; ; attempt++) {
      const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
      const names = derive(name);
      if (!names.every(isFree)) continue;
      const clash = derive(wanted).map((one) => taken.get(one)).find((one) => one !== undefined);
      if (attempt > 1)
        report("name-collision", {
          message: `the name ${wanted} is taken, so this becomes ${name}`,
          at: { pointer, part: "key" },
          notes: clash === undefined ? [] : [{ message: "the name was taken here", target: { pointer: clash, part: "key" } }],
        });
      for (const one of names) taken.set(one, pointer);
      next.set(wanted, attempt + 1);
      return name;
    }
  };

  const module: Allocator["module"] = (folder, name) => {
    const wanted = `${folder}/${short(name)}`;
    for (let attempt = nextModule.get(wanted) ?? 1; ; attempt++) {
      const path = attempt === 1 ? wanted : `${wanted}-${attempt}`;
      if (modules.has(path.toLowerCase())) continue;
      modules.add(path.toLowerCase());
      nextModule.set(wanted, attempt + 1);
      return path;
    }
  };

  return { type, areFree: (wanted, derive) => derive(wanted).every(isFree), isFree, module };
};
