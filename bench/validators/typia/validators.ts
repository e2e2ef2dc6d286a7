// Compiled by typia's transform (prepare.mjs). What its tags cannot say, formats and the rule, is looked at by hand.
import typia, { type tags } from "typia";

type Text<Limit extends number> = string & tags.MaxLength<Limit>;

type Passing<Name extends string> = tags.TagBase<{ kind: Name; target: "string"; value: undefined; validate: `globalThis.benchFormats.${Name}($input)` }>;
type Entity = { id?: string & Passing<"isUuid"> };
type Instructions = (Record<string, unknown> | null)[] | null;

export interface Item {
  detail_access: 0 | 1 | 2;
  custom_id?: Text<128> | null;
  external_clients?: Entity[];
  ssn_is_coordination_number?: boolean;
  debt_distribution_instruction?: Instructions;
  birth_date?: (string & Passing<"isDate">) | null;
  email?: (Text<254> & Passing<"isEmail">) | null;
  reminder_distribution_instruction?: Instructions;
  org_no?: (Text<11> & tags.MinLength<10> & Passing<"isLuhn">) | null;
  last_name?: Text<255> | null;
  organization?: Entity | null;
  anonymized?: boolean;
  fmi?: (Text<20> & tags.MinLength<17>) | null;
  role?: Entity | null;
  send_out_distribution_instruction?: Instructions;
  active_to?: (string & Passing<"isDateTime">) | null;
  prefer_invoice_view_only?: boolean;
  first_name?: Text<255> | null;
  phone_number?: (Text<36> & Passing<"isPhone">) | null;
  ssn?: (Text<13> & tags.MinLength<12> & Passing<"isLuhn">) | null;
  invoice_distribution_instruction?: Instructions;
  corporate_name?: Text<255> | null;
  is_active?: boolean;
  anonymization_name?: Text<255> | null;
  profile_picture?: {
    name?: string;
    md5_hash?: string;
    get?: string & Passing<"isUrl">;
    post?: { url?: string; fields?: Record<string, unknown> };
  } | null;
}

export const isItem = typia.createIs<Item>();
export const validateItem = typia.createValidate<Item>();
export const isItems = typia.createIs<Item[]>();
export const validateItems = typia.createValidate<Item[]>();
