import { validateBook } from "@shop/books";
import { validateFilm } from "@shop/films";

const { issues = [] } = validateBook({ title: "Nils Holgersson" });
console.log(`A book without a number: ${issues.map(({ message }) => message).join("; ")}`);
console.log(`A film of no length: ${(validateFilm({ title: "Nothing", minutes: 0 }).issues ?? []).map(({ message }) => message).join("; ")}`);
