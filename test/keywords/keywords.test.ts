import { testFixtures } from "../support/fixture-suite.js";

testFixtures(new URL("./", import.meta.url));
