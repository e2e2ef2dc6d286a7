import type { Shape } from "../../surface/shape.js";
import { casesOf, typeCases, valueCases } from "./cases-of.js";
import { flatten } from "./flat.js";
import { keeps } from "./keeps.js";
import { isAnything, shapeKey, shapesKey, type World } from "./world.js";

/** Whether every value of one shape, or of all of several at once, is one of another. */
export type IsWithin = (inner: readonly Shape[], outer: Shape) => boolean;

/** Questions behind questions; past that, nothing is shown. */
const deepest = 60;

/** Cases of one question; past that, nothing is shown. */
const mostCases = 400;

/**
 * Decides, case by case, for the shapes of two surfaces. The answer yes is sure; no says that it could not be shown. Circles of
 * references end: what is asked within its own answer holds unless something else speaks against it.
 */
export const createIsWithin = (innerWorld: World, outerWorld: World): IsWithin => {
  const worlds = { innerWorld, outerWorld };
  const known = new Map<string, boolean>();
  const order: string[] = [];
  let left = mostCases;

  const decide = (inner: readonly Shape[], outer: Shape, depth: number): boolean => {
    const flat = flatten(inner, innerWorld);
    if (flat.never) return true;
    if (keeps({ inner, flat, worlds, ask: (part, of) => within(part, of, depth + 1) }, outer)) return true;
    // a union, several types or several values, case by case
    const cases = casesOf(flat) ?? typeCases(inner, flat) ?? valueCases(inner, flat);
    return cases !== undefined && cases.every((one) => within(one, outer, depth + 1));
  };

  const within = (inner: readonly Shape[], outer: Shape, depth: number): boolean => {
    if (isAnything(outer)) return true;
    const key = `${shapesKey(inner)} < ${shapeKey(outer)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (depth > deepest || left <= 0) return false;
    left -= 1;
    known.set(key, true);
    order.push(key);
    const answer = decide(inner, outer, depth);
    // what was answered while this was supposed may rest on it
    if (!answer) for (let last = order.pop(); last !== undefined && last !== key; last = order.pop()) known.delete(last);
    known.set(key, answer);
    return answer;
  };

  return (inner, outer) => {
    left = mostCases;
    known.clear();
    order.length = 0;
    return within(inner, outer, 0);
  };
};
