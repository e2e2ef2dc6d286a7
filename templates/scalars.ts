/** A moment as RFC 3339 writes it, with its offset: `2026-01-31T12:00:00Z`. */
export type DateTime = string;

/** A calendar day as RFC 3339 writes it: `2026-01-31`. */
export type DateOnly = string;

/** A UUID (RFC 9562): `0190163d-8694-739b-aea5-966c26f8ad91`. */
export type Uuid = string;
