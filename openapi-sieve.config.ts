import { defineConfig } from "openapi-sieve";

export default defineConfig({
  apis: {
    "pigello-accounts": { input: "spec/pigello-accounts.yaml", out: "generated/pigello-accounts" },
    "taxfiling-accounts": { input: "spec/taxfiling-accounts.yaml", out: "generated/taxfiling-accounts" },
  },
});
