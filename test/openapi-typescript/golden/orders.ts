// Written by openapi-typescript with sieve().
export interface paths {
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: components["requestBodies"]["Order"];
            responses: {
                200: components["responses"]["Order"];
                /** @description What is wrong */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            title?: string;
                            detail?: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Delivery: ({
            street?: string;
            box?: string | null;
        } & ({
            street: string;
            box?: never;
        } | {
            box: string | null;
            street?: never;
        } | {
            "exactly one of street, box is required": never;
        })) | null;
        Unlisted: {
            a?: string;
            b?: string;
        } & ({
            a: string;
        } | {
            b: string;
        } | {
            "at least one of a, b is required": never;
        });
    };
    responses: {
        /** @description The order */
        Order: {
            headers: {
                "X-Range"?: {
                    from?: number;
                    to?: number;
                };
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    id?: string;
                    delivery?: components["schemas"]["Delivery"];
                    paid?: {
                        at?: string;
                        by?: string;
                    } | null;
                };
            };
        };
    };
    parameters: {
        Range: {
            from?: number;
            to?: number;
        };
    };
    requestBodies: {
        Order: {
            content: {
                "application/json": {
                    note?: string | null;
                    /** @enum {string} */
                    state?: "open" | "closed";
                    /** Format: date-time */
                    closed_at?: string;
                    delivery?: components["schemas"]["Delivery"];
                } & (({
                    state: "closed";
                    delivery?: never;
                } | {
                    delivery: unknown;
                    state?: never;
                } | {
                    "exactly one of state, delivery is required": never;
                }) & ({
                    note: string | null;
                } | {
                    state: "open" | "closed";
                } | {
                    "at least one of note, state is required": never;
                }));
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
