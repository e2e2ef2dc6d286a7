// Packs every generated package and the tool itself, and holds the tarballs against publint and attw.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name) => path.join(root, "node_modules", ".bin", name);
const packages = [root, ...readdirSync(path.join(root, "generated")).map((name) => path.join(root, "generated", name))];

const folder = mkdtempSync(path.join(tmpdir(), "packages-"));
try {
  for (const source of packages.filter((one) => existsSync(path.join(one, "package.json")))) {
    const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder, "--ignore-scripts"], { cwd: source, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    const tarball = path.join(folder, packed.filename);
    process.stdout.write(`${packed.name}: ${packed.files.length} files, ${packed.size} bytes\n`);
    execFileSync(bin("publint"), ["run", tarball, "--strict"], { stdio: "inherit" });
    // ESM only: Node 20.19 and later require it from CommonJS too, so that column is left out
    execFileSync(bin("attw"), [tarball, "--profile", "esm-only", "--no-emoji", "--format", "ascii"], { stdio: "inherit" });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
