/** Types of the language and the platform that generated code names; a schema of that name gets a suffix. */
const platformTypes = [
  "Blob",
  "Array",
  "AsyncGenerator",
  "Exclude",
  "Headers",
  "Map",
  "NonNullable",
  "Number",
  "Object",
  "Omit",
  "Partial",
  "Pick",
  "Promise",
  "Readonly",
  "ReadonlyArray",
  "Record",
  "RegExp",
  "Set",
  "String",
  "URLSearchParams",
] as const;

/** What every package exports itself. */
const packageTypes = [
  "Issue",
  "IssueCode",
  "IssueDetails",
  "MessageDetails",
  "Messages",
  "Result",
  "ValidateOptions",
  "StandardSchema",
  "Path",
  "Sink",
  "Report",
  "JsonSchema",
  "StreamItem",
  "StreamOptions",
  "StreamSource",
  "ApiClient",
  "ApiError",
  "AbortError",
  "BulkError",
  "BulkIndexed",
  "BulkItemResult",
  "BulkItems",
  "BulkJournal",
  "BulkOperation",
  "BulkOptions",
  "BulkOutcome",
  "BulkProgress",
  "BulkRejected",
  "BulkResult",
  "BulkTable",
  "BulkUnknown",
  "BulkWritten",
  "CallOptions",
  "ClientError",
  "ClientOptions",
  "ClientWith",
  "Credentials",
  "NetworkError",
  "Outcome",
  "Representation",
  "RequestInfo",
  "ResponseInfo",
  "ResponseValidation",
  "ResponseWarning",
  "RetryFailedOptions",
  "RetryOptions",
  "TimeoutError",
  "ValidationError",
  "createClient",
] as const;

export const reservedTypes: ReadonlySet<string> = new Set([...platformTypes, ...packageTypes, "components", "paths", "operations"]);

/** Words that cannot name a variable (ECMA-262 §12.7.2, strict mode and modules), and globals that generated code uses. */
export const reservedVariables: ReadonlySet<string> = new Set(
  (
    "abstract arguments as async await boolean break case catch class const continue debugger declare default delete do else enum " +
    "eval export extends false finally for from function get if implements import in instanceof interface is let module new null " +
    "number of package private protected public return set static string super switch symbol this throw true try type typeof " +
    "undefined var void while with yield Array Infinity Map NaN Number Object RegExp Set String URLSearchParams " +
    // names of the run time and of function parameters
    "value path sink options add at own fits reaches equals repeats inOrder standardSchema"
  ).split(" "),
);
