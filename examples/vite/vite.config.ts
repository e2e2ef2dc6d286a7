import openapiSieve from "openapi-sieve/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [openapiSieve()] });
