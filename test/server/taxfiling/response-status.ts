/** One field that is not valid. */
export interface ResponseError {
  readonly errorCode: string;
  /** Pascal case, as ServiceStack names properties of .NET. */
  readonly fieldName: string;
  readonly message: string;
}

/** ServiceStack's description of an error. */
export interface ResponseStatus {
  readonly errorCode: string;
  readonly message: string;
  readonly errors?: readonly ResponseError[];
}

/** `userName` ~> `UserName` */
export const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The status of a validation that failed: its code and message are those of its first error, as ServiceStack does it. */
export const validationStatus = (errors: readonly ResponseError[]): ResponseStatus | undefined => {
  const [first] = errors;
  return first === undefined ? undefined : { errorCode: first.errorCode, message: first.message, errors };
};
