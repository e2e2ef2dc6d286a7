import type { Server } from "./contract.js";
import { entriesOf, itemsOf, member, type Node, type Reader, textOf, textsOf } from "./node.js";

/** The `servers` of the document, of a path item or of an operation. */
export const readServers = (owner: Node, reader: Reader): readonly Server[] => {
  const servers = member(owner, "servers");
  return servers.value === undefined
    ? []
    : itemsOf(servers, reader).map((server) => {
        const [name, description] = [textOf(member(server, "name")), textOf(member(server, "description"))];
        const variables = member(server, "variables");
        return {
          url: textOf(member(server, "url")) ?? "/",
          ...(name === undefined ? {} : { name }),
          ...(description === undefined ? {} : { description }),
          variables:
            variables.value === undefined
              ? []
              : entriesOf(variables, reader).map(([name, variable]) => ({
                  name,
                  values: member(variable, "enum").value === undefined ? [] : textsOf(member(variable, "enum"), reader),
                  default: textOf(member(variable, "default")) ?? "",
                })),
        };
      });
};
