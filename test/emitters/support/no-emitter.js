export const notOne = { name: "not one" };
