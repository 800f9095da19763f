import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientAddress, networkOf } from "./address";
import { peerAddress, watchPeers } from "./peer";

describe("the address of a client", () => {
  test.each([
    ["no proxy: what a client says counts for nothing", "6.6.6.6, 7.7.7.7", 0, "192.0.2.9"],
    ["no proxy and no header", null, 0, "192.0.2.9"],
    ["one proxy: whom it heard", "6.6.6.6, 198.51.100.7", 1, "198.51.100.7"],
    ["two proxies: whom the outer one heard", "6.6.6.6, 198.51.100.7, 10.0.0.1", 2, "198.51.100.7"],
    ["a proxy that adds nothing", null, 1, "192.0.2.9"],
    ["fewer hops than proxies", "198.51.100.7", 2, "198.51.100.7"],
    ["with a port", "198.51.100.7:4711", 1, "198.51.100.7"],
    ["IPv6 with a port", "[2001:DB8:0:0::7]:443", 1, "2001:db8::7"],
    ["no address at all", "6.6.6.6, <script>", 1, null],
    ["an empty hop", "6.6.6.6, ", 1, null],
  ])("%s", (_, forwardedFor, proxies, address) => {
    expect(clientAddress(forwardedFor, "192.0.2.9", proxies)).toBe(address);
  });

  test.each([
    ["::ffff:192.0.2.9", "192.0.2.9"],
    ["::FFFF:c000:209", "192.0.2.9"],
    ["fe80::1%eth0", "fe80::1"],
    ["2001:0db8:0000::0001", "2001:db8::1"],
    ["::1", "::1"],
  ])("%s is %s", (peer, address) => {
    expect(clientAddress(null, peer, 0)).toBe(address);
  });

  test("is not known where nobody noted it", () => {
    expect(clientAddress("6.6.6.6", null, 0)).toBeNull();
  });
});

test.each([
  ["192.0.2.9", "192.0.2.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  [null, "unknown"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe("a server that notes its peers", () => {
  const server = createServer(async (_, response) => {
    await new Promise((resolve) => setImmediate(resolve));
    response.end(String(peerAddress()));
  });
  let url: string;
  beforeAll(async () => {
    watchPeers();
    watchPeers();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test("knows them in all that follows, whatever the headers say", async () => {
    const headers = {
      "x-forwarded-for": "6.6.6.6",
      "x-real-ip": "6.6.6.6",
      forwarded: "for=6.6.6.6",
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetch(url, { headers }).then((answer) => answer.text())),
    );
    expect(new Set(answers)).toEqual(new Set(["127.0.0.1"]));
    expect(peerAddress()).toBeNull();
  });
});
