/** What may be read for a description. */
export interface Access {
  /** References may lead to files outside the working directory and the folder of the description. */
  readonly allowOutside: boolean;
  /** What URLs name is fetched, over http and https. */
  readonly allowRemote: boolean;
  /** The largest file that is read, in megabytes of 1,000,000 bytes. */
  readonly maxSize: number;
  /** Where documents stand that references name by URLs: folders, by what the URLs begin with, or files, by whole URLs. */
  readonly remotes: Readonly<Record<string, string>>;
}

/**
 * Files beside the description, and nothing else. Reading YAML takes some 40 bytes of memory for each of the text, and a second
 * for 2 MB of it; few descriptions have more than 10 MB.
 */
export const defaultAccess: Access = { allowOutside: false, allowRemote: false, maxSize: 20, remotes: {} };
