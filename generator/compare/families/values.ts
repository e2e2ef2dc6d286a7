import type { ChangeKind } from "../change.js";
import { callers, changing, more, narrowing, readers, same, widening } from "./kind.js";

/** Changes of what a value may be, wherever it stands. */
export const valueKinds = {
  "type-narrowed": narrowing("A value has fewer types", "Values of a type that is gone are refused, and no longer compile."),
  "type-widened": widening("A value has more types", "A value may be of a type that programs do not expect, so that what they do with it does not compile."),
  "type-changed": changing(
    "A value has another type",
    "It cannot be shown that every value that was right is right still.",
    "It cannot be shown that every value that comes is one that programs expect.",
  ),
  "null-added": widening("A value may be null", "Programs that use the value as it is do not compile: it may be null."),
  "null-removed": narrowing("A value may not be null any more", "Null is refused, and no longer compiles."),
  "enum-value-added": widening("A listed value is new", "Programs that go through all values do not know the new one."),
  "enum-value-removed": narrowing("A listed value is gone", "The value is refused, and no longer compiles."),
  "enum-closed": narrowing("The values are listed now", "Values that are not in the list are refused, and no longer compile."),
  "enum-opened": widening("The values are not listed any more", "Programs that go through all values meet others."),
  "limit-tightened": narrowing("A limit is tighter", "Values beyond the new limit are refused before they are sent."),
  "limit-loosened": widening("A limit is looser", "Values come that programs were told would not."),
  "pattern-added": narrowing("A text has to match a pattern", "Texts that do not match are refused before they are sent."),
  "pattern-removed": widening("A text need not match a pattern any more", "Texts come that programs were told would not."),
  "pattern-changed": changing(
    "A text has to match another pattern",
    "It cannot be shown that texts that matched the old pattern match the new one.",
    "It cannot be shown that texts that match the new pattern match the old one.",
  ),
  "format-added": narrowing("A text or number has a format", "Values that are not of the format are refused before they are sent."),
  "format-removed": widening("A text or number has no format any more", "Values come that programs were told would not."),
  "format-changed": changing(
    "A text or number has another format",
    "Values of the old format are refused before they are sent.",
    "Values come that are not of the format that programs expect.",
  ),
  "format-shown-added": {
    title: "A format makes a value what clients may show otherwise",
    request: callers("Values that are not of the format are refused before they are sent."),
    response: readers("A client with `dates`, `int64` or `decimals` gives another type than before."),
  },
  "format-shown-removed": {
    title: "A value has no format any more that clients may show otherwise",
    request: callers("A client with `dates`, `int64` or `decimals` does not take what it showed any more."),
    response: readers("Values come that programs were told would not; a client with `dates`, `int64` or `decimals` gives another type."),
  },
  "format-label-changed": {
    title: "A format that nothing checks is another",
    request: same("A format that is not checked changes neither types nor checks."),
    response: same("A format that is not checked changes neither types nor checks."),
  },
  "multiple-added": narrowing("A number has to be a multiple", "Numbers that are no multiple are refused before they are sent."),
  "multiple-removed": widening("A number need not be a multiple any more", "Numbers come that programs were told would not."),
  "items-narrowed": narrowing("What a list holds is described now", "Items that are not as described are refused, and no longer compile."),
  "items-widened": widening("What a list holds is not described any more", "Items may be anything, so that what programs do with them does not compile."),
  "tuple-changed": changing("The places of a list are others", "It cannot be shown that every list that was right is right still.", "It cannot be shown that every list that comes is one that programs expect."),
  "unique-added": narrowing("Items have to differ", "Lists with equal items are refused before they are sent."),
  "unique-removed": widening("Items need not differ any more", "Lists with equal items come, which programs were told would not."),
  "union-member-added": widening("A union has one more form", "A value may be of a form that programs do not know."),
  "union-member-removed": narrowing("A union has one form less", "Values of the form are refused, and no longer compile."),
  "union-unproven": changing(
    "The forms of a union may overlap otherwise",
    "A value that is right by two forms of `oneOf` is refused, and it cannot be shown that no value is that was taken.",
    "A value that is right by two forms of `oneOf` does not come, and it cannot be shown that none comes that did not.",
  ),
  "discriminator-changed": changing(
    "Another property, or another value of it, tells the forms of a union apart",
    "Values that are marked as they were are refused.",
    "Values are marked otherwise than programs expect.",
  ),
  "assertion-added": narrowing("Values have to satisfy one more assertion", "Values that do not satisfy it are refused before they are sent."),
  "assertion-removed": widening("Values have to satisfy one assertion less", "Values come that programs were told would not."),
  "assertion-changed": changing("Values have to satisfy another assertion", "It cannot be shown that every value that was right is right still.", "It cannot be shown that every value that comes is one that programs expect."),
  "default-changed": {
    title: "What the server assumes is another value",
    request: same("A default says what the server assumes; no type and no check depends on it."),
    response: same("A default says what the server assumes; no type and no check depends on it."),
  },
} as const satisfies Record<string, ChangeKind>;

/** Changes of the fields of objects. */
export const fieldKinds = {
  "field-required-added": {
    title: "A required field is new",
    request: callers("Objects without the field are refused, and no longer compile."),
    response: more("Readers need not look at a field that is new."),
  },
  "field-optional-added": {
    title: "An optional field is new",
    request: more("Objects without the field are right still."),
    response: more("Readers need not look at a field that is new."),
  },
  "field-removed": {
    title: "A field is gone",
    request: callers("An object with the field no longer compiles: its type does not know it."),
    response: readers("Programs that read the field no longer compile."),
  },
  "field-required": {
    title: "A field has become required",
    request: callers("Objects without the field are refused, and no longer compile."),
    response: more("What is sure to be there can be read as before."),
  },
  "field-optional": {
    title: "A field has become optional",
    request: more("Objects with the field are right still."),
    response: readers("Programs that use the field as it is do not compile: it may not be there."),
  },
  "field-map-narrowed": {
    title: "A name that could hold any value of a map is described by itself",
    request: callers("Values that the map took under this name are refused, and no longer compile."),
    response: more("What is answered under this name is less than it could be."),
  },
  "object-closed": narrowing("An object takes no further fields", "Objects with fields that are not described are refused."),
  "object-opened": {
    title: "An object takes further fields",
    request: more("What was right to send is right still."),
    response: more("Readers need not look at fields that are not described."),
  },
  "map-narrowed": narrowing("What further fields hold is described now", "Further fields that are not as described are refused, and no longer compile."),
  "map-widened": widening("What further fields hold is not described any more", "Further fields may be anything, so that what programs do with them does not compile."),
  "field-deprecated": {
    title: "A field is deprecated",
    request: more("A deprecated field works as it did; editors strike it through."),
    response: more("A deprecated field works as it did; editors strike it through."),
  },
  "field-revived": {
    title: "A field is not deprecated any more",
    request: same("Nothing but the mark is gone."),
    response: same("Nothing but the mark is gone."),
  },
  "read-only-added": {
    title: "A field is only read",
    request: callers("Its type does not let programs set the field any more."),
    response: more("It is read as before."),
  },
  "read-only-removed": {
    title: "A field is not only read any more",
    request: more("Programs may set it now."),
    response: more("It is read as before."),
  },
  "write-only-added": {
    title: "A field is only written",
    request: more("It is written as before."),
    response: readers("The field is not answered any more."),
  },
  "write-only-removed": {
    title: "A field is not only written any more",
    request: more("It is written as before."),
    response: more("Readers need not look at a field that is new."),
  },
} as const satisfies Record<string, ChangeKind>;

/** Changes of rules between fields, in bodies and in queries. */
export const ruleKinds = {
  "rule-added": narrowing("A rule between fields is new", "Objects that break the rule are refused, and no longer compile where types can say it."),
  "rule-removed": widening("A rule between fields is gone", "Objects come that programs were told would not."),
  "rule-tightened": narrowing("A rule between fields is tighter", "Objects that kept the old rule and break the new one are refused, and no longer compile where types can say it."),
  "rule-loosened": widening("A rule between fields is looser", "Objects come that programs were told would not."),
  "rule-changed": changing("A rule between fields is another", "It cannot be shown that objects that kept the old rule keep the new one.", "It cannot be shown that objects that keep the new rule keep the old one."),
} as const satisfies Record<string, ChangeKind>;
