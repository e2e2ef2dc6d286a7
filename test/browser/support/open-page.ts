import { chromium, type ConsoleMessage, type Page } from "playwright-core";
import { bundlePage } from "./bundle-page.js";
import { startPageServer } from "./page-server.js";

/** What a page exports: functions whose arguments and results can be copied from one process to another. */
type Scenario = (...args: never[]) => Promise<unknown>;

type Name<Scenarios> = { [Key in keyof Scenarios]: Scenarios[Key] extends Scenario ? Key : never }[keyof Scenarios] & string;
type Arguments<Member> = Member extends (...args: infer Args) => unknown ? Args : never;
type Value<Member> = Member extends (...args: never[]) => Promise<infer Result> ? Result : never;

export interface OpenPage<Scenarios> {
  /** Calls a function that the page's module exports, in the page. */
  readonly run: <Key extends Name<Scenarios>>(name: Key, ...args: Arguments<Scenarios[Key]>) => Promise<Value<Scenarios[Key]>>;
  readonly page: Page;
  /** What was thrown and not caught, rejected and not handled, or printed as an error or a warning since the last call. */
  readonly errors: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The browser itself prints every status of 400 and more, and every connection that breaks. */
const isOwn = (message: ConsoleMessage): boolean =>
  ["error", "warning", "assert"].includes(message.type()) && !message.text().startsWith("Failed to load resource:");

// Chromium's own sandbox does not work as root; the rest keeps it from asking hosts of its maker
const args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Opens a page that has run a module of the folder `page`. */
export const openPage = async <Scenarios>(executablePath: string, entry: string): Promise<OpenPage<Scenarios>> => {
  const server = await startPageServer((await bundlePage(entry)).text);
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.stack ?? error.message));
  page.on("console", (message) => isOwn(message) && found.push(message.text()));
  await page.goto(server.url);
  return {
    run: (name, ...given) =>
      page.evaluate(([key, values]) => {
        const { scenarios } = globalThis as unknown as { readonly scenarios: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>> };
        const scenario = scenarios[key];
        if (scenario === undefined) throw new Error(`the page has no ${key}`);
        return scenario(...values);
      }, [name, given] as [string, unknown[]]) as never,
    page,
    errors: async () => {
      // a rejection is told when the task that left it is over
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      return found.splice(0);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
