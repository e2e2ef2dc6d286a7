import type { AnyRepresentation, Leaf, LeafValue, PlainRepresentation, TimeLeaf, Unchosen } from "./representation.js";

/** Where values of such formats stand in a type: a leaf, or in the items of an array, or in the members of an object. */
export interface ItemsCodec<Item> {
  readonly items: Item;
}

export interface MembersCodec<Members, Rest = unknown> {
  readonly members: Members;
  /** Of all other members. */
  readonly rest: Rest;
}

type Scalar = string | number | boolean | null | undefined;

/** `Also` is what is taken beside the value itself, as it stands on the wire. */
type Leafed<Value, Name extends Leaf, Shown extends AnyRepresentation, Also> = Name extends TimeLeaf
  ? Value extends string
    ? LeafValue<Name, Shown> | Extract<Value, Also>
    : Value
  : Value extends number
    ? LeafValue<Name, Shown> | Extract<Value, Also>
    : Value;

type Deep<Value, Codec, Shown extends AnyRepresentation, Also> = Codec extends Leaf
  ? Leafed<Value, Codec, Shown, Also>
  : Codec extends ItemsCodec<infer Item>
    ? Value extends readonly unknown[]
      ? { [Key in keyof Value]: Deep<Value[Key], Item, Shown, Also> }
      : Value
    : Codec extends MembersCodec<infer Members, infer Rest>
      ? Value extends Scalar | readonly unknown[]
        ? Value
        : { [Key in keyof Value]: Deep<Value[Key], Key extends keyof Members ? Members[Key] : Rest, Shown, Also> }
      : Value;

type IsPlain<Shown extends AnyRepresentation> = [Shown] extends [PlainRepresentation] ? true : Unchosen extends Shown["dates"] ? true : false;

/** What a program gets of a type of the wire. */
export type Decoded<Value, Codec, Shown extends AnyRepresentation> = IsPlain<Shown> extends true ? Value : Deep<Value, Codec, Shown, never>;

/** What a program may give for a type of the wire: the wire's own values are taken, too. */
export type Encodable<Value, Codec, Shown extends AnyRepresentation> = IsPlain<Shown> extends true ? Value : Deep<Value, Codec, Shown, string | number>;

/** A filter of such a field: each operand of the wire's type may be the other one. */
type Operand<Value, Name, Shown extends AnyRepresentation> = Value extends string
  ? Name extends TimeLeaf
    ? Value | LeafValue<Name, Shown>
    : Value
  : Value extends number
    ? Name extends TimeLeaf
      ? Value
      : Value | LeafValue<Name, Shown>
    : Value extends readonly (infer Item)[]
      ? readonly Operand<Item, Name, Shown>[]
      : Value extends object
        ? { [Key in keyof Value]: Operand<Value[Key], Name, Shown> }
        : Value;

/** The parameters of a query, or the fields of a `where`; `Names` has the formats of some of them. */
export type EncodableQuery<Query, Names, Shown extends AnyRepresentation> = IsPlain<Shown> extends true
  ? Query
  : Query extends unknown
    ? { [Key in keyof Query]: Key extends keyof Names ? Operand<Query[Key], Names[Key], Shown> : Query[Key] }
    : never;
