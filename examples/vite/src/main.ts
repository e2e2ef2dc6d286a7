import { createClient, subscribe, toFieldErrors } from "#api";
import { readForm } from "./read-form.js";

const client = createClient();
const form = document.querySelector("form");

const show = (messages: Readonly<Record<string, readonly string[]>>): void => {
  for (const output of form?.querySelectorAll("output") ?? []) output.value = messages[output.htmlFor.value]?.join("; ") ?? "";
};

form?.addEventListener("input", () => show(toFieldErrors(readForm(new FormData(form)).issues ?? [])));
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const read = readForm(new FormData(form));
  show(toFieldErrors(read.issues ?? []));
  if (read.issues === undefined) void subscribe(client, { body: read.value });
});
