import { decidedMembers } from "../plan/package-json.js";
import { isRecord } from "./is-record.js";

/** A configuration is a program: it could give anything, and in a circle. */
const isJson = (value: unknown, depth = 0): boolean => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (depth > 20) return false;
  return (Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [undefined]).every((member) => isJson(member, depth + 1));
};

const memberProblems = (member: string, value: unknown, where: string): readonly string[] => {
  const at = `${where}.${member}`;
  if (decidedMembers.some((decided) => decided === member)) return [`${at} is for the tool to decide`];
  if (!isJson(value)) return [`${at} must be plain JSON`];
  if (member !== "scripts") return [];
  return isRecord(value) && Object.values(value).every((script) => typeof script === "string") ? [] : [`${at} must be an object of texts`];
};

/** What is wrong with members for `package.json`. */
export const packageJsonProblems = (value: unknown, where: string): readonly string[] => {
  if (value === undefined) return [];
  if (!isRecord(value)) return [`${where} must be an object of members for package.json`];
  return Object.entries(value).flatMap(([member, one]) => memberProblems(member, one, where));
};
