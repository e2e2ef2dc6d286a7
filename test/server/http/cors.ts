import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether a browser only asks what it may send. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === "OPTIONS" && headers["access-control-request-method"] !== undefined;

/** Lets a page of any origin send whatever it asks for and read the answer with its headers. */
export const allowOrigins = ({ headers }: IncomingMessage, response: ServerResponse): void => {
  response.setHeader("Access-Control-Allow-Origin", headers.origin ?? "*");
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE");
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Expose-Headers", "*");
};
