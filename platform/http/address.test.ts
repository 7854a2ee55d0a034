import { expect, test } from "vitest";
import { askerOf } from "./address.ts";

test.each([
  ["a stranger's own header counts for nothing", "203.0.113.9", "1.1.1.1", 0, "203.0.113.9"],
  ["behind one proxy, what it wrote last", "127.0.0.1", "1.1.1.1, 203.0.113.9", 1, "203.0.113.9"],
  ["behind two, the one before", "127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"],
  ["fewer than trusted: the farthest", "203.0.113.9", undefined, 3, "203.0.113.9"],
  ["IPv4 in IPv6 is IPv4", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
  ["an IPv6 asker is its /64", "2001:db8:1:2:aaaa::1", undefined, 0, "2001:db8:1:2::/64"],
  ["however it is written", "2001:0db8:0001:2:0:0:0:9", undefined, 0, "2001:db8:1:2::/64"],
  ["also the shortest", "::1", undefined, 0, "0:0:0:0::/64"],
] as const)("%s", (_, socket, forwarded, proxies, asker) => expect(askerOf(socket, forwarded, proxies)).toBe(asker));
