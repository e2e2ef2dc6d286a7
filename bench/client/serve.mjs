// The test server in a process of its own, without a log: it tells its address and ends with whoever started it.
import { startPigelloServer } from "../../test/server/pigello-server.js";
import { pigelloCredentials } from "../../test/server/pigello/credentials.js";

const { url } = await startPigelloServer({ seed: Number(process.argv[2]), log: "off", keepTexts: true });
process.on("disconnect", () => process.exit());
process.send({ url, headers: pigelloCredentials });
