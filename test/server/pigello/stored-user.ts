/** A file of a user, as the table keeps it. */
export interface StoredPicture {
  readonly name: string;
  readonly md5: string;
  /** Where the storage keeps the bytes. */
  readonly key: string;
}

/** What the table keeps of one user: texts for dates, the ids of relations. */
export interface StoredUser {
  readonly id: string;
  readonly detail_access: number;
  readonly created_at: string;
  readonly active_to: string | null;
  readonly anonymization_name: string | null;
  readonly anonymized: boolean;
  readonly birth_date: string | null;
  readonly corporate_name: string | null;
  readonly custom_id: string | null;
  readonly email: string | null;
  readonly email_verified: boolean;
  readonly external_clients: readonly string[];
  readonly first_name: string | null;
  readonly fmi: string | null;
  readonly hotp_invite_sendout_time: string | null;
  readonly is_active: boolean;
  readonly last_login: string | null;
  readonly last_name: string | null;
  readonly mfa_has_hotp: boolean | null;
  readonly mfa_has_totp: boolean | null;
  readonly org_no: string | null;
  readonly organization: string | null;
  readonly phone_number: string | null;
  readonly phone_number_verified: boolean;
  readonly prefer_invoice_view_only: boolean;
  readonly role: string | null;
  readonly ssn: string | null;
  readonly ssn_is_coordination_number: boolean;
  readonly username: string | null;
  readonly debt_distribution_instruction: readonly unknown[] | null;
  readonly invoice_distribution_instruction: readonly unknown[] | null;
  readonly reminder_distribution_instruction: readonly unknown[] | null;
  readonly send_out_distribution_instruction: readonly unknown[] | null;
  readonly profile_picture: StoredPicture | null;
}

/** What a new row has in the fields that nobody sent. */
export const blankUser: Omit<StoredUser, "id" | "created_at"> = {
  detail_access: 0,
  active_to: null,
  anonymization_name: null,
  anonymized: false,
  birth_date: null,
  corporate_name: null,
  custom_id: null,
  email: null,
  email_verified: false,
  external_clients: [],
  first_name: null,
  fmi: null,
  hotp_invite_sendout_time: null,
  is_active: true,
  last_login: null,
  last_name: null,
  mfa_has_hotp: null,
  mfa_has_totp: null,
  org_no: null,
  organization: null,
  phone_number: null,
  phone_number_verified: false,
  prefer_invoice_view_only: false,
  role: null,
  ssn: null,
  ssn_is_coordination_number: false,
  username: null,
  debt_distribution_instruction: null,
  invoice_distribution_instruction: null,
  reminder_distribution_instruction: null,
  send_out_distribution_instruction: null,
  profile_picture: null,
};
