import type { EmitterSymbol } from "./emitter-contract.js";
import { EmitterError } from "./safe-code.js";

/** More declarations are taken for a loop that never ends. */
const most = 500_000;

/** What the modules of one emitter can import of the package, and of each other. */
export interface EmittedSymbols {
  /** Does the index of the package show something of this name? */
  readonly isTaken: (name: string) => boolean;
  /** The symbol that may be imported; throws where there is none. */
  readonly known: (symbol: EmitterSymbol | string) => EmitterSymbol;
  /** Notes what a module declares. */
  readonly add: (symbol: EmitterSymbol, is: { readonly exported: boolean; readonly shown: boolean }) => void;
}

const keyOf = ({ module, name }: Pick<EmitterSymbol, "module" | "name">): string => `${module} ${name}`;

/** `names` are those that the index of the package shows by itself. */
export const createEmittedSymbols = (names: ReadonlyMap<string, EmitterSymbol>): EmittedSymbols => {
  const symbols = new Map([...names.values()].map((symbol) => [keyOf(symbol), symbol]));
  const shownNames = new Set<string>();
  let declared = 0;
  return {
    isTaken: (name) => names.has(name) || shownNames.has(name),
    known: (symbol) => {
      const found = typeof symbol === "string" ? names.get(symbol) : typeof symbol === "object" && symbol !== null ? symbols.get(keyOf(symbol)) : undefined;
      if (found !== undefined) return found;
      const missing = typeof symbol === "string" ? `the package has no ${JSON.stringify(symbol)}` : "no symbol of the contract, and none that is exported by an emitted module";
      throw new EmitterError(`there is nothing to import: ${missing}`);
    },
    add: (symbol, is) => {
      if (++declared > most) throw new EmitterError(`it makes more than ${most} declarations`);
      if (is.exported) symbols.set(keyOf(symbol), symbol);
      if (is.shown) shownNames.add(symbol.name);
    },
  };
};
