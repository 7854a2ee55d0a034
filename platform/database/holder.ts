import { join } from "node:path";
import { stopServer } from "./launch.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { inUse, signOut } from "./users.ts";

// node holder.ts HOME USER PID: run by `launch`, one for each process that uses the embedded PostgreSQL. Its standard input ends
// when that process does, however it ends. If nobody else uses the server then, it stops.

const [home = "", user = "", pid = ""] = process.argv.slice(2);
for await (const _ of process.stdin) void _;
await oneAtATime(join(home, ".launching"), async () => {
  signOut(home, user);
  if (!inUse(home)) await stopServer(Number(pid));
});
