import { describe, expect, test } from "vitest";
import { positionOf } from "../../generator/openapi-typescript/position-of.js";

const findParameter = (owner: string, place: string, name: string): string => `${owner} ${place} ${name}`;

describe("a path that openapi-typescript tells", () => {
  test.each([
    ["#/components/schemas/Pet", "/components/schemas/Pet"],
    ["#/components/schemas/a~1b", "/components/schemas/a~1b"],
    ["#/components/parameters/Limit", "/components/parameters/Limit/schema"],
    ["#/components/headers/Total", "/components/headers/Total/schema"],
    ["#/components/requestBodies/Pet/content/application~1json", "/components/requestBodies/Pet/content/application~1json/schema"],
    ["#/components/responses/Pet/content/application~1json", "/components/responses/Pet/content/application~1json/schema"],
    ["#/components/responses/Pet/headers/X-Total", "/components/responses/Pet/headers/X-Total/schema"],
    ["#/components/pathItems/pets/get/responses/200/content/text~1plain", "/components/pathItems/pets/get/responses/200/content/text~1plain/schema"],
    ["#/paths/~1pets/post/requestBody/content/application~1json", "/paths/~1pets/post/requestBody/content/application~1json/schema"],
    ["#/paths/~1pets/get/responses/200/headers/X-Total", "/paths/~1pets/get/responses/200/headers/X-Total/schema"],
    ["#/paths/~1pets/get/parameters/query/limit", "/paths/~1pets/get query limit"],
    ["#/paths/~1pets/parameters/parameters/query/limit", "/paths/~1pets query limit"],
    ["#/webhooks/born/post/requestBody/content/application~1json", "/webhooks/born/post/requestBody/content/application~1json/schema"],
  ])("%s is that of a schema of the document", (path, pointer) => {
    expect(positionOf(path, findParameter)).toBe(pointer);
  });

  test.each([
    "#/components/schemas/Pet/name",
    "#/components/schemas/Pet/content/application~1json",
    "#/components/responses/Pet",
    "#/components/requestBodies/Pet/headers/X-Total",
    "#/paths/~1pets/post/requestBody/content/application~1json/name",
    "#/paths/~1pets/get/parameters/query/limit/anyOf/0",
    "#/paths/~1pets",
    "#/$defs",
    "",
  ])("%s is none", (path) => {
    expect(positionOf(path, findParameter)).toBeUndefined();
  });
});
