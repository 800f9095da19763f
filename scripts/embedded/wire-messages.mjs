// Cuts a PostgreSQL client's byte stream into what the embedded engine may run in one go.

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
// The engine reads to the end of what it is given, finds no rows there and dies.
const COPY_IN = /\bcopy\b[^;]*\bfrom\s+stdin\b/i;
const ENDS_A_UNIT = new Set(["Q", "S", "H", "F", "c", "f"]);

/** Where a message names a prepared statement: an offset, or -1. */
function statementNameAt(message, type) {
  if (type === "P") return 5;
  if (type === "B") return message.indexOf(0, 5) + 1 || -1;
  const isOfStatement = (type === "D" || type === "C") && message[5] === 0x53;
  return isOfStatement ? 6 : -1;
}

/** The same message with its statement's name put apart from other clients'. */
function renamed(message, at, prefix) {
  const longer = Buffer.concat([message.subarray(0, at), prefix, message.subarray(at)]);
  longer.writeInt32BE(longer.length - 1, 1);
  return longer;
}

/** Close for a prepared statement of that (prefixed) name; it is no error if there is none. */
function closeStatement(name) {
  const message = Buffer.concat([Buffer.from("C\0\0\0\0S"), name, Buffer.alloc(1)]);
  message.writeInt32BE(message.length - 1, 1);
  return message;
}

/**
 * Reads one client's messages. `take(bytes)` returns what is complete so far, in order:
 * `refuse-encryption`, `refuse-copy`, `cancel`, `end`, or `unit` with the bytes to run. A unit ends at Sync (or a
 * simple query), never between Parse and Execute: the engine has a single unnamed statement, and
 * another client's Parse in between would replace it. `isOpen` says that a unit ended at Flush, so
 * that its client still owns the engine.
 *
 * The engine has one session for all clients, so named statements get `prefix` before their names;
 * `closeAll()` gives the messages that forget them.
 */
export function messageReader(prefix) {
  const ownPrefix = Buffer.from(prefix);
  const prepared = new Map();
  let rest = Buffer.alloc(0);
  let pending = [];
  let hasStarted = false;

  function takeStartup(found) {
    if (rest.length < 8) return false;
    const length = rest.readInt32BE(0);
    const code = rest.readInt32BE(4);
    if (length < 8 || length > 10_000) {
      found.push({ kind: "end" });
      return false;
    }
    if (rest.length < length) return false;
    if (code === SSL_REQUEST || code === GSS_REQUEST) found.push({ kind: "refuse-encryption" });
    else if (code === CANCEL_REQUEST) found.push({ kind: "cancel" });
    else {
      hasStarted = true;
      found.push({ kind: "unit", bytes: rest.subarray(0, length), isOpen: false });
    }
    rest = rest.subarray(length);
    return true;
  }

  function takeMessage(found) {
    if (rest.length < 5) return false;
    const length = rest.readInt32BE(1) + 1;
    if (rest.length < length) return false;
    const type = String.fromCharCode(rest[0]);
    const message = rest.subarray(0, length);
    rest = rest.subarray(length);
    if (type === "X") {
      found.push({ kind: "end" });
      return true;
    }
    if (type === "Q" && COPY_IN.test(message.toString("utf8", 5))) {
      found.push({ kind: "refuse-copy" });
      return true;
    }
    pending.push(withOwnName(message, type));
    if (ENDS_A_UNIT.has(type)) {
      found.push({ kind: "unit", bytes: Buffer.concat(pending), isOpen: type === "H" });
      pending = [];
    }
    return true;
  }

  function withOwnName(message, type) {
    const at = statementNameAt(message, type);
    if (at < 0 || !message[at]) return message;
    const own = renamed(message, at, ownPrefix);
    const name = own.subarray(at, own.indexOf(0, at));
    if (type === "P") prepared.set(name.toString(), name);
    if (type === "C") prepared.delete(name.toString());
    return own;
  }

  return {
    closeAll: () => Buffer.concat([...prepared.values()].map(closeStatement)),
    take(bytes) {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const found = [];
      while (hasStarted ? takeMessage(found) : takeStartup(found)) {
        // Each turn takes one message off the front.
      }
      return found;
    },
  };
}

function backendMessage(type, body) {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

/** The answer to `COPY ... FROM STDIN`, which the embedded engine cannot do. */
export const copyRefusal = Buffer.concat([
  backendMessage(
    "E",
    "SERROR\0C0A000\0MThe embedded database cannot COPY from a client; use INSERT.\0\0",
  ),
  backendMessage("Z", "I"),
]);
