import { shownDateTime } from "../django/date-time.js";
import type { StoredPicture, StoredUser } from "./stored-user.js";

/** The form by which a file is uploaded; its fields have to be sent before the file. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A file, as the server answers. */
export interface FileBody {
  readonly name: string;
  readonly md5_hash: string;
  readonly get: string;
  /** Only in the answer to the write that announced the file. */
  readonly post?: UploadForm;
}

/** Where files are kept, as far as the bodies tell it. */
export interface FileLinks {
  readonly downloadUrl: (key: string) => string;
  readonly uploadForm: (picture: StoredPicture) => UploadForm;
}

/** A user, as the server answers: the fields in the documented order. */
export type ReadBody = Readonly<Record<string, unknown>>;

const shown = (dateTime: string | null): string | null => (dateTime === null ? null : shownDateTime(dateTime));

const referenceTo = (id: string | null): { readonly id: string } | null => (id === null ? null : { id });

/** Computed by the server, as its name says; how is not documented. */
const fullName = ({ first_name, last_name, corporate_name }: StoredUser): string | null => {
  const names = [first_name, last_name].filter((name) => name !== null && name !== "");
  return names.length > 0 ? names.join(" ") : corporate_name;
};

const fileBody = (picture: StoredPicture | null, links: FileLinks, withForm: boolean): FileBody | null =>
  picture === null
    ? null
    : {
        name: picture.name,
        md5_hash: picture.md5,
        get: links.downloadUrl(picture.key),
        ...(withForm ? { post: links.uploadForm(picture) } : {}),
      };

/** The body of a user. `withForm`: the request announced a file, so the answer says how to upload it. */
export const readBody = (user: StoredUser, links: FileLinks, withForm = false): ReadBody => ({
  mfa_has_totp: user.mfa_has_totp,
  custom_id: user.custom_id,
  external_clients: user.external_clients.map((id) => ({ id })),
  ssn_is_coordination_number: user.ssn_is_coordination_number,
  debt_distribution_instruction: user.debt_distribution_instruction,
  birth_date: user.birth_date,
  email: user.email,
  email_verified: user.email_verified,
  reminder_distribution_instruction: user.reminder_distribution_instruction,
  full_name: fullName(user),
  tags: [],
  org_no: user.org_no,
  last_name: user.last_name,
  last_login: shown(user.last_login),
  organization: referenceTo(user.organization),
  communication_name: null,
  anonymized: user.anonymized,
  fmi: user.fmi,
  customer_columns: null,
  detail_access: user.detail_access,
  role: referenceTo(user.role),
  send_out_distribution_instruction: user.send_out_distribution_instruction,
  active_to: shown(user.active_to),
  username: user.username,
  prefer_invoice_view_only: user.prefer_invoice_view_only,
  first_name: user.first_name,
  phone_number: user.phone_number,
  id: user.id,
  mfa_has_hotp: user.mfa_has_hotp,
  hotp_invite_sendout_time: shown(user.hotp_invite_sendout_time),
  ssn: user.ssn,
  invoice_distribution_instruction: user.invoice_distribution_instruction,
  corporate_name: user.corporate_name,
  is_active: user.is_active,
  created_at: shownDateTime(user.created_at),
  anonymization_name: user.anonymization_name,
  profile_picture: fileBody(user.profile_picture, links, withForm),
  phone_number_verified: user.phone_number_verified,
});

/** What `_slim` leaves of a user. Invented: only the name of the parameter is documented. */
export const slimBody = ({ id, detail_access, full_name }: ReadBody): ReadBody => ({ id, detail_access, full_name });
