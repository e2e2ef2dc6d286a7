import type { Report } from "../diagnostics/collector.js";
import type { Pointer } from "../source/pointer.js";
import { reservedTypes } from "./reserved.js";

/** Hands out names that are free, together with all that is derived from them. */
export interface Allocator {
  /** `wanted`, or `wanted2`, … such that every name made of it is free; `derive` gives all of them. */
  readonly type: (wanted: string, derive: (name: string) => readonly string[], pointer: Pointer) => string;
  /** Is the name neither taken nor reserved? */
  readonly isFree: (name: string) => boolean;
  /** A module path; file systems that fold case must not fold two into one. */
  readonly module: (folder: string, name: string) => string;
}

export const createAllocator = (report: Report): Allocator => {
  const taken = new Map<string, Pointer>();
  const modules = new Set<string>();
  const isFree = (name: string): boolean => !taken.has(name) && !reservedTypes.has(name);

  const type: Allocator["type"] = (wanted, derive, pointer) => {
    for (let attempt = 1; ; attempt++) {
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
      return name;
    }
  };

  const module: Allocator["module"] = (folder, name) => {
    for (let attempt = 1; ; attempt++) {
      const path = `${folder}/${attempt === 1 ? name : `${name}-${attempt}`}`;
      if (modules.has(path.toLowerCase())) continue;
      modules.add(path.toLowerCase());
      return path;
    }
  };

  return { type, isFree, module };
};
