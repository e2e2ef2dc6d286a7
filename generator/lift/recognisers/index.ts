import { atLeastOne } from "./at-least-one.js";
import { atMostOne } from "./at-most-one.js";
import { bound } from "./bound.js";
import { exactlyOne } from "./exactly-one.js";
import { forbiddenWhen } from "./forbidden-when.js";
import { match } from "./match.js";
import { notTogether } from "./not-together.js";
import { onlyWhen } from "./only-when.js";
import { order } from "./order.js";
import type { Recogniser } from "./recogniser.js";
import { requiredWhen } from "./required-when.js";
import { requires } from "./requires.js";
import { together } from "./together.js";
import { unique } from "./unique.js";

/** Every recogniser of clauses, in the order in which they are asked: the first that knows a clause decides. */
export const recognisers: readonly Recogniser[] = [exactlyOne, atMostOne, notTogether, onlyWhen, requires, requiredWhen, forbiddenWhen, together, order, unique, match, bound, atLeastOne];
