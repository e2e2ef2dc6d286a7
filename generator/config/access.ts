/** What may be read for a description. */
export interface Access {
  /** References may lead to files outside the working directory and the folder of the description. */
  readonly allowOutside: boolean;
  /** What URLs name is fetched, over http and https. */
  readonly allowRemote: boolean;
  /** The largest file that is read, in megabytes of 1,000,000 bytes. */
  readonly maxSize: number;
}

/** Files beside the description, and nothing else. The largest public descriptions have some 60 MB. */
export const defaultAccess: Access = { allowOutside: false, allowRemote: false, maxSize: 80 };
