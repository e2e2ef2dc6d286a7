/** The hint of a finding about a misspelt name; nothing to spread where no name is near. */
export const didYouMean = (near: string | undefined): { readonly hint?: string } =>
  near === undefined ? {} : { hint: `did you mean ${near}?` };
