import { validatePet } from "./pets/dist/index.js";

// what it says depends on `maxLength`
console.log(validatePet({ name: "a name of thirty characters ..." }).issues?.[0].message);
