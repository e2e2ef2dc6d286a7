/** A description whose texts state three rules and a fact. */
export const prose = `openapi: 3.1.0
info: { title: Things, version: "1" }
paths:
  /things:
    get:
      operationId: listThings
      description: At least one of \`from\` and \`until\` must be provided.
      parameters:
        - { name: from, in: query, schema: { type: string } }
        - { name: until, in: query, schema: { type: string } }
      responses: { "200": { description: the things } }
components:
  schemas:
    Thing:
      type: object
      description: Exactly one of \`a\` and \`b\` is required.
      properties:
        a: { type: string }
        b: { type: string }
        code:
          type: string
          description: Must be unique.
`;
