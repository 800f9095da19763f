// Preloaded (node --import) into parts that are not ours, such as the web server, so that they end
// with the process that started them, even when that one was killed and could clean up nothing.
// What such a part forks itself inherits this preload, but is its own parent's business.
import { isMainThread } from "node:worker_threads";

const isOurChild = String(process.ppid) === process.env.MEDICO24_STARTER;
if (isMainThread && isOurChild && process.connected) {
  process.on("disconnect", () => process.exit(1));
  // Listening alone would keep a finished program from ending.
  process.channel?.unref();
}
