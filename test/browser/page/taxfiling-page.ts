import { type Account, batchRegisterAccounts, type ClientOptions, createClient } from "taxfiling-accounts";

/** `written user-7`, `rejected userName` */
export const register = async (server: ClientOptions, accounts: readonly Account[], chunkSize: number): Promise<readonly string[]> => {
  const { results } = await batchRegisterAccounts(createClient(server), accounts, { chunkSize });
  return results.map((result) => {
    if (result.status === "written") return `written ${result.value?.account?.userName}`;
    return result.status === "rejected" ? `rejected ${result.issues.map(({ path, fields = path }) => fields.join("."))}` : `unknown ${result.applied}`;
  });
};
