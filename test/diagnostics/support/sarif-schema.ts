const region = {
  type: "object",
  additionalProperties: false,
  required: ["startLine"],
  properties: {
    ...Object.fromEntries(["startLine", "startColumn", "endLine", "endColumn"].map((name) => [name, { type: "integer", minimum: 1 }])),
    charOffset: { type: "integer", minimum: -1 },
    charLength: { type: "integer", minimum: 0 },
  },
};
const message = { type: "object", additionalProperties: false, required: ["text"], properties: { text: { type: "string" } } };
const physicalLocation = {
  type: "object",
  additionalProperties: false,
  properties: {
    artifactLocation: { type: "object", additionalProperties: false, properties: { uri: { type: "string", pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*$" } } },
    region,
  },
};
const location = {
  type: "object",
  additionalProperties: false,
  properties: { id: { type: "integer", minimum: -1 }, message, physicalLocation, logicalLocations: { type: "array", uniqueItems: true } },
};
const level = { enum: ["none", "note", "warning", "error"] };
/** What the schema of SARIF 2.1.0 asks of the members that are used, by hand: closed objects, positive numbers. */
export const sarifSchema = {
  type: "object",
  additionalProperties: false,
  required: ["version", "runs"],
  properties: {
    $schema: { type: "string" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["tool"],
        properties: {
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          tool: {
            type: "object",
            additionalProperties: false,
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                additionalProperties: false,
                required: ["name"],
                properties: {
                  name: { type: "string" },
                  version: { type: "string" },
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: {
                      type: "object",
                      additionalProperties: false,
                      required: ["id"],
                      properties: {
                        ...{ id: { type: "string" }, shortDescription: message, fullDescription: message, help: message },
                        defaultConfiguration: { type: "object", additionalProperties: false, properties: { level } },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["message"],
              properties: {
                ...{ ruleId: { type: "string" }, ruleIndex: { type: "integer", minimum: -1 }, level, message },
                locations: { type: "array", items: location },
                relatedLocations: { type: "array", uniqueItems: true, items: location },
              },
            },
          },
        },
      },
    },
  },
};
