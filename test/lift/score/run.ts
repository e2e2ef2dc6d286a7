import { writeFileSync } from "node:fs";
import { reportOf, scores } from "./report.js";

const report = reportOf(scores());
if (process.argv.includes("--write")) writeFileSync("docs/lift-score.md", report);
process.stdout.write(report);
