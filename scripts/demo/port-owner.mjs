import { spawnSync } from "node:child_process";

/** Who listens on a port, as far as this machine lets us see; "another program" otherwise. */
export function portOwner(port) {
  const lsof = spawnSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    encoding: "utf8",
  });
  const found = /^p(\d+)\nc(.+)$/m.exec(lsof.stdout ?? "");
  if (found) return `${found[2]} (process ${found[1]})`;
  const ss = spawnSync("ss", ["-Hltnp", `sport = :${port}`], { encoding: "utf8" });
  const socket = /users:\(\("([^"]+)",pid=(\d+)/.exec(ss.stdout ?? "");
  return socket ? `${socket[1]} (process ${socket[2]})` : "another program";
}
