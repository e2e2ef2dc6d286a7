import { defineConfig } from "openapi-sieve";

export default defineConfig({ apis: { newsletter: { input: "openapi.yaml", out: "api" } } });
