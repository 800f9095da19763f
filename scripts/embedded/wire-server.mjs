// Lets many PostgreSQL clients share the embedded engine, which has exactly one session.
import { createServer } from "node:net";
import { copyRefusal, messageReader } from "./wire-messages.mjs";

const LONGEST_IDLE_TRANSACTION = 20_000;
const FLUSH_OUT = Buffer.from([0x53, 0, 0, 0, 4]); // Sync

/**
 * Serves `engine` (a PGlite) on 127.0.0.1. Whole units run one after the other; a client inside a
 * transaction owns the engine until it commits, rolls back or goes away, so transactions are
 * serial. One that stays idle in a transaction for 20 seconds while others wait is disconnected
 * and rolled back. Resolves once it listens; port 0 lets the system choose.
 */
export function serveEngine(engine, port, onFatal) {
  const waiting = [];
  const clients = new Set();
  let owner = null;
  let isRunning = false;
  let ownerSince = 0;
  let served = 0;

  function next() {
    const index = owner ? waiting.findIndex((unit) => unit.client === owner) : 0;
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  }

  async function run() {
    if (isRunning) return;
    isRunning = true;
    try {
      for (let unit = next(); unit; unit = next()) await execute(unit);
    } catch (error) {
      onFatal(error);
    } finally {
      isRunning = false;
    }
  }

  async function execute({ client, bytes, isOpen, isFarewell }) {
    if (client.isGone && client !== owner && !isFarewell) return;
    const answers = [];
    await engine.runExclusive(() =>
      engine.execProtocolRawStream(bytes, { onRawData: (data) => void answers.push(data.slice()) }),
    );
    owner = isOpen || engine.isInTransaction() ? client : null;
    ownerSince = Date.now();
    if (!client.isGone) client.socket.write(Buffer.concat(answers));
    else if (owner === client) waiting.unshift(abandon(client));
  }

  /** The unit that ends whatever a vanished client had begun. */
  function abandon(client) {
    const text = Buffer.from("ROLLBACK\0");
    const head = Buffer.alloc(5);
    head.write("Q");
    head.writeInt32BE(text.length + 4, 1);
    return { client, bytes: Buffer.concat([FLUSH_OUT, head, text]), isOpen: false };
  }

  function leave(client) {
    if (client.isGone) return;
    client.isGone = true;
    clients.delete(client);
    for (let i = waiting.length - 1; i >= 0; i--)
      if (waiting[i].client === client) waiting.splice(i, 1);
    client.socket.destroy();
    const closes = client.reader.closeAll();
    if (closes.length > 0) {
      const bytes = Buffer.concat([closes, FLUSH_OUT]);
      waiting.push({ client, bytes, isOpen: false, isFarewell: true });
    }
    if (owner === client && !isRunning) waiting.unshift(abandon(client));
    void run();
  }

  const server = createServer((socket) => {
    served += 1;
    const client = { socket, isGone: false, reader: messageReader(`c${served}_`) };
    clients.add(client);
    socket.setNoDelay(true);
    socket.on("error", () => leave(client));
    socket.on("close", () => leave(client));
    socket.on("data", (data) => {
      for (const found of client.reader.take(data)) {
        if (found.kind === "refuse-encryption") socket.write("N");
        else if (found.kind === "refuse-copy") socket.write(copyRefusal);
        else if (found.kind === "unit") waiting.push({ client, ...found });
        else if (found.kind === "cancel") leave(client);
        else socket.end(() => leave(client));
      }
      void run();
    });
  });

  const watch = setInterval(() => {
    if (owner && waiting.length > 0 && Date.now() - ownerSince > LONGEST_IDLE_TRANSACTION)
      leave(owner);
  }, 1_000).unref();

  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({
        port: server.address().port,
        close: () =>
          new Promise((done) => {
            clearInterval(watch);
            for (const client of [...clients]) leave(client);
            server.close(() => done());
          }),
      });
    });
  });
}
