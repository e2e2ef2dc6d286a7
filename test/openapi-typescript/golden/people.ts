// Written by openapi-typescript with sieve().
export interface paths {
    "/people": {
        parameters: {
            query?: {
                range?: {
                    from?: string;
                    to?: string;
                } & ({
                    from: string;
                    to: string;
                } | {
                    from?: never;
                    to?: never;
                } | {
                    "from and to must be set together": never;
                });
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPeople"];
        put?: never;
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": ({
                        /** @enum {string} */
                        kind: "home" | "work";
                        street?: string | null;
                        company?: string;
                    } & ({
                        kind: "work";
                        company: string;
                    } | {
                        kind?: Exclude<"home" | "work", "work">;
                    } | {
                        "when kind is \"work\": company is required": never;
                    }))[];
                };
            };
            responses: {
                /** @description As they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Payment"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A person to be written; *\/ ends no comment */
        PersonWrite: {
            detail_access: number;
            first_name?: string | null;
            last_name?: string | null;
            corporate_name?: string | null;
            payment?: components["schemas"]["Payment"];
            "*/ }; alert(1); /*"?: string;
        } & ({
            first_name: string;
        } | {
            last_name: string;
        } | {
            "*/ }; alert(1); /*": string;
        } | {
            "at least one of first_name, last_name, */ }; alert(1); /* is required": never;
        });
        PersonRead: {
            readonly id: string;
            first_name?: string;
            last_name?: string;
        };
        /** @description Sent and read */
        Payment: ({
            credit_card?: string;
            billing_address?: components["schemas"]["Address"];
            iban?: string;
        } | null) & (({
            credit_card?: never;
        } | {
            credit_card: string;
            billing_address: components["schemas"]["Address"];
        } | {
            "credit_card requires billing_address": never;
        } | null) & ({
            credit_card: string;
            iban?: never;
        } | {
            iban: string;
            credit_card?: never;
        } | {
            "exactly one of credit_card, iban is required": never;
        } | null));
        Address: {
            street?: string;
            box?: string;
        } & ({
            box?: never;
        } | {
            street?: never;
        } | {
            "at most one of street, box is allowed": never;
        });
        Company: components["schemas"]["Address"] & ({
            name: string;
            vat?: string;
            duns?: string;
        } & ({
            vat: string;
        } | {
            duns: string;
        } | {
            "at least one of vat, duns is required": never;
        }));
        Reference: ({
            name: string;
            number?: never;
        } | {
            number: number;
            name?: never;
        } | {
            "exactly one of name, number is required": never;
        }) & ({
            name: string;
        } | {
            number: number;
            country?: string;
        });
        Narrowed: {
            a?: string;
        } & (({
            b: string;
        } | {
            c: number;
        }) & ({
            b: string;
        } | {
            c: number;
        } | {
            "at least one of b, c is required": never;
        }));
        Plain: {
            a?: string;
            /** Format: date-time */
            when?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPeople: {
        parameters: {
            query?: {
                range?: {
                    from?: string;
                    to?: string;
                } & ({
                    from: string;
                    to: string;
                } | {
                    from?: never;
                    to?: never;
                } | {
                    "from and to must be set together": never;
                });
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"][];
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: {
                range?: {
                    from?: string;
                    to?: string;
                } & ({
                    from: string;
                    to: string;
                } | {
                    from?: never;
                    to?: never;
                } | {
                    "from and to must be set together": never;
                });
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonWrite"];
            };
        };
        responses: {
            /** @description The person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRead"];
                };
            };
        };
    };
}
