// Ends the job as `check` ended, unless drift is not to fail it.
import { readInputs } from "./support/inputs.mjs";
import { runStep } from "./support/workflow.mjs";

await runStep(async (env) => {
  const { failOnDrift } = readInputs(env);
  const isOnlyDrift = env.DRIFT === "true" && env.FAILED !== "true";
  if (failOnDrift || !isOnlyDrift) process.exitCode = Number(env.EXIT_CODE);
});
