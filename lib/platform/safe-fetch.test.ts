import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server, Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { EgressFailed, EgressRefused } from "@/lib/platform/egress-errors";
import { checkUrl, type GuardedRequest, sendGuarded } from "@/lib/platform/safe-fetch";
import { issueCertificate } from "@/lib/testing/issue-certificate";

const PUBLIC_ADDRESS = "93.184.216.34";
const publicName = async () => [PUBLIC_ADDRESS];
const localName = async () => ["127.0.0.1"];

const closing: (() => void)[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) close();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const listenHttp = (answer: RequestListener) => listen(createHttpServer(answer));
const listenRaw = (bytes: string) =>
  listen(createServer((socket) => socket.once("data", () => socket.write(bytes, "latin1"))));

function send(port: number, change: Partial<GuardedRequest> = {}) {
  return sendGuarded({ url: `http://127.0.0.1:${port}/hook`, method: "POST", allowInsecure: true, ...change });
}

async function failureOf(sending: Promise<unknown>): Promise<EgressFailed> {
  const error = await sending.catch((error: unknown) => error);
  if (!(error instanceof EgressFailed)) throw new Error("The sending did not fail as EgressFailed.", { cause: error });
  return error;
}

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

describe("a URL is refused by its spelling, whatever its name resolves to:", () => {
  test.each([
    // Loopback in every base and length.
    "https://127.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://127.255.255.254/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7F.0x0.0x0.0x1/",
    "https://0177.0.0.1/",
    "https://00000177.00.00.01/",
    "https://017700000001/",
    "https://0x7f.1/",
    "https://127.0.0.1./",
    "https://127%2e0%2e0%2e1/",
    "https://%31%32%37.0.0.1/",
    "https://127。0。0。1/",
    "https://①②⑦.⓪.⓪.①/",
    "https://127.0.0.1/",
    "https://0/",
    "https://0.0.0.0/",
    "https://0x0/",
    "https://[::]/",
    "https://[::1]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[0000::0001]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:ffff:8.8.8.8]/",
    "https://[::ffff:0:127.0.0.1]/",
    // Private, shared and local networks.
    "https://10.0.0.1/",
    "https://10.1/",
    "https://0xa000001/",
    "https://012.0.0.1/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.0.1/",
    "https://3232235521/",
    "https://0xc0.0xa8.1/",
    "https://0300.0250.0.1/",
    "https://100.64.0.1/",
    "https://100.127.255.255/",
    "https://1681915905/",
    "https://0x64400001/",
    "https://0144.0100.0.1/",
    "https://１０.０.０.１/",
    "https://[fc00::1]/",
    "https://[fd12:3456::1]/",
    "https://[fec0::1]/",
    // Link-local and metadata.
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://0xa9fea9fe/",
    "https://0251.0376.0251.0376/",
    "https://169.254.43518/",
    "https://169.16689662/",
    "https://[::ffff:169.254.169.254]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[fe80::1]/",
    "https://[fe80::1%25eth0]/",
    "https://[fe80::1%eth0]/",
    "https://[fd00:ec2::254]/",
    "https://[fd20:ce::254]/",
    "https://100.100.100.200/",
    "https://168.63.129.16/",
    "https://metadata.google.internal/",
    "https://169.254.169.254./",
    "https://１６９.２５４.１６９.２５４/",
    "https://[fe80::a9fe:a9fe]/",
    "https://[fe80::1%251]/",
    "https://0xA9.0xFE.0xA9.0xFE/",
    // Wrapped in a translated or tunnelled address.
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b::169.254.169.254]/",
    "https://[64:ff9b::a00:1]/",
    "https://[64:ff9b::6440:1]/",
    "https://[64:ff9b::c0a8:101]/",
    "https://[64:ff9b:1::808:808]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[::ffff:100.64.0.1]/",
    "https://[::ffff:0:0]/",
    "https://[2002:7f00:1::]/",
    "https://[2002:808:808::1]/",
    "https://[2002:a9fe:a9fe::]/",
    "https://[2002:c0a8:101::1]/",
    "https://[2001:0:7f00:1::]/",
    // Reserved.
    "https://192.0.0.1/",
    "https://192.0.2.1/",
    "https://198.18.0.1/",
    "https://198.51.100.7/",
    "https://203.0.113.9/",
    "https://224.0.0.1/",
    "https://240.0.0.1/",
    "https://255.255.255.255/",
    "https://4294967295/",
    "https://0xffffffff/",
    "https://037777777777/",
    "https://0/?x",
    "https://239.255.255.250/",
    "https://3758096385/",
    "https://0xe0000001/",
    "https://0340.0.0.1/",
    "https://[ff05::2]/",
    "https://[ff0e::1]/",
    "https://[2001:db8::1]/",
    "https://[3fff::1]/",
    "https://[100::1]/",
    "https://[ff02::1]/",
    // Names of the inside.
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://ⓛocalhost/",
    "https://api.localhost/",
    "https://localhost.localdomain/",
    "https://printer.local/",
    "https://vault.internal./",
    "https://intranet/",
    "https://kubernetes.default.svc.cluster.local/",
    // Shapes that readers and parsers understand differently.
    "https://user@example.com/",
    "https://user:secret@example.com/",
    "https://@example.com/",
    "https://example.com%40@127.0.0.1/",
    "https://example.com\\@127.0.0.1/",
    "https:\\\\127.0.0.1/",
    "https:/127.0.0.1/",
    "https:127.0.0.1",
    "https:///127.0.0.1/",
    "https://",
    "https://?x",
    "https://#@example.com/",
    "//example.com/",
    "example.com",
    "",
    " https://example.com/",
    "https://example.com/\n",
    "https://exam\tple.com/",
    "https://example.com/\u0000",
    "https://256.0.0.1/",
    "https://1.2.3.4.5/",
    "https://0x7f.0.0.0.1/",
    "https://[::1/",
    "https://[1.2.3.4]/",
    "https://exa mple.com/",
    "https://a..example.com/",
    // Schemes, ports, length.
    "http://example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "data:text/plain,x",
    "javascript:alert(1)",
    "https://example.com:22/",
    "https://example.com:80/",
    "https://example.com:0/",
    "https://example.com:1023/",
    "https://example.com:65536/",
    "https://example.com:-1/",
    `https://example.com/${"a".repeat(2029)}`,
  ])("%j", async (url) => {
    await expect(checkUrl(url, { resolve: publicName })).rejects.toBeInstanceOf(EgressRefused);
    await expect(sendGuarded({ url, method: "POST", resolve: publicName })).rejects.toBeInstanceOf(EgressRefused);
  });
});

describe("a URL is allowed:", () => {
  test.each([
    "https://example.com",
    "https://EXAMPLE.com:443/hook?a=b#c",
    "https://example.com:1024/",
    "https://example.com:8443/p@th",
    "https://example.com./",
    "https://bücher.example.com/",
    "https://8.8.8.8/",
    "https://[2606:4700:4700::1111]:8443/",
    `https://example.com/${"a".repeat(2028)}`,
  ])("%j", async (url) => {
    await expect(checkUrl(url, { resolve: publicName })).resolves.toBeInstanceOf(URL);
  });
});

describe("what a name resolves to", () => {
  test.each([
    { addresses: [PUBLIC_ADDRESS, "10.0.0.1"] },
    { addresses: ["10.0.0.1", PUBLIC_ADDRESS] },
    { addresses: [PUBLIC_ADDRESS, "::1"] },
    { addresses: [PUBLIC_ADDRESS, "::ffff:127.0.0.1"] },
    { addresses: [...Array(9).fill(PUBLIC_ADDRESS), "169.254.169.254"] },
    { addresses: ["fe80::1%eth0"] },
    { addresses: ["not an address"] },
  ])("refuses the whole host when one address is not public: $addresses", async ({ addresses }) => {
    const connect = vi.spyOn(Socket.prototype, "connect");
    const rules = { resolve: async () => addresses };
    const url = "https://hooks.example.com/";
    await expect(checkUrl(url, rules)).rejects.toBeInstanceOf(EgressRefused);
    const refusal = await sendGuarded({ url, method: "POST", ...rules }).catch((error) => error);
    expect(refusal).toBeInstanceOf(EgressRefused);
    for (const address of addresses) expect(refusal.reason).not.toContain(address);
    expect(connect).not.toHaveBeenCalled();
  });

  test("is refused at registration and fails as dns at sending when there is nothing", async () => {
    const url = "https://hooks.example.com/";
    const missing = async () => {
      throw Object.assign(new Error("queryA ENOTFOUND hooks.example.com"), { code: "ENOTFOUND" });
    };
    for (const resolve of [missing, async () => []]) {
      await expect(checkUrl(url, { resolve })).rejects.toBeInstanceOf(EgressRefused);
      expect((await failureOf(sendGuarded({ url, method: "POST", resolve }))).kind).toBe("dns");
    }
  });

  test("is not asked for at registration where local receivers are allowed", async () => {
    const resolve = vi.fn(localName);
    await checkUrl("http://receiver:4000/hook", { allowInsecure: true, resolve });
    expect(resolve).not.toHaveBeenCalled();
  });
});

describe("where local receivers are allowed", () => {
  test.each(["http://localhost:4000/", "http://127.0.0.1/", "https://10.0.0.1/", "http://[::1]:9000/"])(
    "%s may be registered",
    async (url) => {
      await expect(checkUrl(url, { allowInsecure: true })).resolves.toBeInstanceOf(URL);
    },
  );

  test.each([
    "http://user@127.0.0.1:4000/",
    "http://127.0.0.1:22/",
    "http://169.254.169.254/",
    "http://[fd00:ec2::254]/",
    "http://100.100.100.200/",
    "http://[::ffff:127.0.0.1]:4000/",
    "ftp://127.0.0.1/",
  ])("%s stays refused", async (url) => {
    await expect(checkUrl(url, { allowInsecure: true })).rejects.toBeInstanceOf(EgressRefused);
  });

  test("a name that leads to metadata is refused when sending", async () => {
    const sending = send(4000, { url: "http://rebound.example.com:4000/", resolve: async () => ["169.254.169.254"] });
    await expect(sending).rejects.toBeInstanceOf(EgressRefused);
  });
});

describe("the connection", () => {
  test("dials the address that was checked, though the name has since moved inside", async () => {
    const resolve = vi
      .fn<() => Promise<string[]>>()
      .mockResolvedValueOnce([PUBLIC_ADDRESS])
      .mockResolvedValue(["127.0.0.1"]);
    const dialled = captureDialled();
    const url = "https://rebound.example.com/";
    await failureOf(sendGuarded({ url, method: "POST", resolve }));
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(dialled).toEqual([PUBLIC_ADDRESS]);

    await expect(sendGuarded({ url, method: "POST", resolve })).rejects.toBeInstanceOf(EgressRefused);
    expect(dialled).toEqual([PUBLIC_ADDRESS]);
  });

  test("is refused for a name that was public when it was registered and leads inside when it is used", async () => {
    const url = "https://rebound.example.com/";
    const resolve = vi
      .fn<() => Promise<string[]>>()
      .mockResolvedValueOnce([PUBLIC_ADDRESS])
      .mockResolvedValue(["169.254.169.254"]);
    const dialled = captureDialled();
    await checkUrl(url, { resolve });
    for (const change of [{}, { mayArriveTwice: true }]) {
      await expect(sendGuarded({ url, method: "POST", resolve, ...change })).rejects.toBeInstanceOf(EgressRefused);
    }
    expect(dialled).toEqual([]);
  });

  test("is made anew and checked anew for each request", async () => {
    const ports = new Set<number>();
    const port = await listenHttp((request, response) => {
      ports.add(request.socket.remotePort!);
      response.end();
    });
    const resolve = vi.fn(localName);
    const url = `http://hooks.example.com:${port}/`;
    for (let n = 0; n < 3; n += 1) await send(port, { url, resolve });
    expect(ports.size).toBe(3);
    expect(resolve).toHaveBeenCalledTimes(3);
  });

  describe("of a request that may arrive twice", () => {
    const often = { mayArriveTwice: true };

    async function listenKeeping() {
      const ports: number[] = [];
      const server = createHttpServer((request, response) => {
        ports.push(request.socket.remotePort!);
        request.resume().on("end", () => response.end("here"));
      });
      return { server, port: await listen(server), ports };
    }

    test("is used again, and checked anew each time", async () => {
      const { port, ports } = await listenKeeping();
      const resolve = vi.fn(localName);
      const url = `http://hooks.example.com:${port}/`;
      for (let n = 0; n < 3; n += 1) await send(port, { ...often, url, resolve, body: "{}" });
      expect(new Set(ports).size).toBe(1);
      expect(resolve).toHaveBeenCalledTimes(3);
    });

    test("is not used once the name leads elsewhere, and nothing is sent where it must not go", async () => {
      const { port, ports } = await listenKeeping();
      const url = `http://hooks.example.com:${port}/`;
      await send(port, { ...often, url, resolve: localName });
      const moved = async () => ["127.0.0.2"];
      await failureOf(send(port, { ...often, url, resolve: moved }));
      const metadata = async () => ["169.254.169.254"];
      await expect(send(port, { ...often, url, resolve: metadata })).rejects.toBeInstanceOf(EgressRefused);
      await expect(send(port, { ...often, url, resolve: localName, allowInsecure: false })).rejects.toBeInstanceOf(
        EgressRefused,
      );
      expect(ports).toHaveLength(1);
    });

    test("is not shared by hosts at one address", async () => {
      const { port, ports } = await listenKeeping();
      for (const host of ["one", "two"]) {
        await send(port, { ...often, url: `http://${host}.example.com:${port}/`, resolve: localName });
      }
      expect(new Set(ports).size).toBe(2);
    });

    test("is replaced when the host has closed it meanwhile", async () => {
      let requests = 0;
      const port = await listenHttp((request, response) => {
        requests += 1;
        // The second request of a connection finds it closed.
        if (requests === 2) request.socket.destroy();
        else request.resume().on("end", () => response.end("here"));
      });
      for (let n = 0; n < 2; n += 1) expect((await send(port, { ...often, body: "{}" })).bodySnippet).toBe("here");
      expect(requests).toBe(3);
    });

    test("fails as reset when a new one breaks off too", async () => {
      let requests = 0;
      const port = await listenHttp((request, response) => {
        requests += 1;
        if (requests === 1) response.end();
        else request.socket.destroy();
      });
      await send(port, often);
      expect((await failureOf(send(port, often))).kind).toBe("reset");
      expect(requests).toBe(3);
    });

    test("is not kept when the answer was cut off or came too late", async () => {
      const ports = new Set<number>();
      const port = await listenHttp((request, response) => {
        ports.add(request.socket.remotePort!);
        if (request.url === "/long") response.end("a".repeat(5000));
        else if (request.url === "/short") response.end();
      });
      const at = (path: string) => ({ ...often, url: `http://127.0.0.1:${port}${path}` });
      await send(port, at("/long"));
      await failureOf(send(port, { ...at("/never"), totalTimeoutMs: 50 }));
      await send(port, at("/short"));
      expect(ports.size).toBe(3);
    });
  });

  test("falls back to the next checked address", async () => {
    const port = await listenHttp((_request, response) => response.end("here"));
    const resolve = async () => ["::1", "127.0.0.1"];
    const answer = await send(port, { url: `http://hooks.example.com:${port}/`, resolve });
    expect(answer.bodySnippet).toBe("here");
  });

  test("that is refused fails as connect, with an address nowhere in the message", async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    const failure = await failureOf(send(port));
    expect(failure.kind).toBe("connect");
    expect(failure.message).toBe("No connection could be made (ECONNREFUSED).");
  });
});

/** Notes which addresses a socket would dial, and lets it dial none of them. */
function captureDialled(): string[] {
  const dialled: string[] = [];
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
    const options = (Array.isArray(args[0]) ? args[0][0] : args[0]) as {
      host: string;
      lookup: (host: string, options: object, callback: (error: null, found: { address: string }[]) => void) => void;
    };
    options.lookup(options.host, { all: true }, (_error, found) =>
      dialled.push(...found.map(({ address }) => address)),
    );
    setImmediate(() => this.destroy(new Error("not dialled")));
    return Object.assign(this, { connecting: true });
  });
  return dialled;
}

describe("the request", () => {
  test("carries the host's own name, the path, the headers and the exact bytes", async () => {
    let seen: { request: IncomingMessage; body: Buffer } | undefined;
    const port = await listenHttp(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      seen = { request, body: Buffer.concat(chunks) };
      response.end();
    });
    const body = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
    await send(port, {
      url: `http://hooks.example.com:${port}/a%20b/é?x=1#fragment`,
      resolve: localName,
      headers: { "X-SIR-Event-Id": "evt_1" },
      body,
    });
    expect(seen?.request.headers).toMatchObject({
      host: `hooks.example.com:${port}`,
      "x-sir-event-id": "evt_1",
      "content-length": "4",
      connection: "close",
    });
    expect(seen?.request.url).toBe("/a%20b/%C3%A9?x=1");
    expect(seen?.body).toEqual(body);
  });

  test.each([
    { "X-A": "a\r\nX-Injected: b" },
    { "X-A": "a\nb" },
    { "X-A": "a\u0000b" },
    { "X-A": "snow \u2603" },
    { "X-A\r\nX-Injected": "b" },
    { "X A": "b" },
    { "": "b" },
    { Host: "other.example.com" },
    { hOsT: "other.example.com" },
    { "Content-Length": "0" },
    { "Transfer-Encoding": "chunked" },
    { Connection: "keep-alive" },
    { Upgrade: "websocket" },
    { Expect: "100-continue" },
    { "Proxy-Authorization": "Basic x" },
  ] as Record<string, string>[])("refuses to be split or bent by the header %j", async (headers) => {
    const arrived = vi.fn();
    const port = await listenHttp(arrived);
    await expect(send(port, { headers })).rejects.toBeInstanceOf(EgressRefused);
    expect(arrived).not.toHaveBeenCalled();
  });
});

describe("the answer", () => {
  test("gives status, headers, body and duration", async () => {
    const port = await listenHttp((_request, response) => {
      response.writeHead(410, { "X-One": "1", "Set-Cookie": ["a=1", "b=2"] }).end("gone");
    });
    expect(await send(port)).toEqual({
      status: 410,
      headers: expect.objectContaining({ "x-one": "1", "set-cookie": "a=1, b=2" }),
      bodySnippet: "gone",
      durationMs: expect.any(Number),
    });
  });

  test.each([301, 302, 303, 307, 308])("a %d is returned, not followed", async (status) => {
    const paths: string[] = [];
    const port = await listenHttp((request, response) => {
      paths.push(request.url!);
      response.writeHead(status, { Location: "/inside" }).end();
    });
    expect((await send(port)).status).toBe(status);
    expect(paths).toEqual(["/hook"]);
  });

  test("an endless body is read up to the cap and cut off", async () => {
    const cut = signal();
    const port = await listenHttp((_request, response) => {
      const pump = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, "a")));
      };
      response.on("drain", pump).on("close", cut.give);
      pump();
    });
    const answer = await send(port, { responseCapBytes: 100 });
    expect(answer.bodySnippet).toBe("a".repeat(100));
    await cut.given;
  });

  test("a body that fills the cap and then stalls is enough", async () => {
    const port = await listenHttp((_request, response) => void response.write("a".repeat(1024)));
    expect((await send(port, { totalTimeoutMs: 500 })).bodySnippet).toHaveLength(1024);
  });

  test("no body is read under a cap of nothing", async () => {
    const port = await listenHttp((_request, response) => response.flushHeaders());
    expect(await send(port, { responseCapBytes: 0, totalTimeoutMs: 500 })).toMatchObject({
      status: 200,
      bodySnippet: "",
    });
  });

  test("a body that is not UTF-8, or holds NUL, becomes text that a database takes", async () => {
    const port = await listenHttp((_request, response) =>
      response.end(Buffer.from([0x61, 0xff, 0x00, 0xc3, 0x28, 0x62])),
    );
    expect((await send(port)).bodySnippet).toBe("a\ufffd\ufffd\ufffd(b");
  });

  test("a character that the cap cuts in two is left out", async () => {
    const port = await listenHttp((_request, response) => response.end("aé"));
    expect((await send(port, { responseCapBytes: 2 })).bodySnippet).toBe("a");
  });

  test.each([
    "not http at all\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    `HTTP/1.1 200 OK\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
  ])("that is not valid HTTP fails as protocol", async (bytes) => {
    const port = await listenRaw(bytes);
    expect((await failureOf(send(port))).kind).toBe("protocol");
  });

  test("that switches protocols fails as protocol", async () => {
    const closed = signal();
    const port = await listen(
      createServer((socket) => {
        socket.once("data", () =>
          socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
        );
        socket.once("close", closed.give);
      }),
    );
    expect((await failureOf(send(port, { totalTimeoutMs: 500 }))).kind).toBe("protocol");
    await closed.given;
  });

  test("that breaks off fails as reset", async () => {
    const early = await listenHttp((request) => request.socket.destroy());
    expect((await failureOf(send(early))).kind).toBe("reset");
    const late = await listenHttp((request, response) => {
      response.writeHead(200, { "Content-Length": "10" });
      response.write("half", () => request.socket.destroy());
    });
    expect((await failureOf(send(late))).kind).toBe("reset");
  });
});

describe("one deadline covers", () => {
  const totalTimeoutMs = 60;

  async function expectDeadline(sending: Promise<unknown>) {
    const failure = await failureOf(sending);
    expect(failure.kind).toBe("timeout");
    expect(failure.durationMs).toBeGreaterThanOrEqual(totalTimeoutMs - 5);
    expect(failure.durationMs).toBeLessThan(totalTimeoutMs + 500);
  }

  test("the look-up, and calls it off", async () => {
    let calledOff = false;
    const resolve = (_host: string, signal: AbortSignal) =>
      new Promise<string[]>(() =>
        signal.addEventListener("abort", () => {
          calledOff = true;
        }),
      );
    await expectDeadline(sendGuarded({ url: "https://slow.example.com/", method: "POST", totalTimeoutMs, resolve }));
    expect(calledOff).toBe(true);
  });

  test("connecting", async () => {
    vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket) {
      return Object.assign(this, { connecting: true });
    });
    await expectDeadline(send(4000, { totalTimeoutMs }));
  });

  test("the TLS handshake", async () => {
    const port = await listen(createServer());
    await expectDeadline(send(port, { url: `https://127.0.0.1:${port}/`, totalTimeoutMs }));
  });

  test("the headers", async () => {
    const port = await listenHttp(() => {});
    await expectDeadline(send(port, { totalTimeoutMs }));
  });

  test("headers that drip without end", async () => {
    const port = await listen(
      createServer((socket) => {
        const drip = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 5);
        socket.on("close", () => clearInterval(drip));
      }),
    );
    await expectDeadline(send(port, { totalTimeoutMs }));
  });

  test("the body, even one that drips", async () => {
    const port = await listenHttp((_request, response) => {
      const drip = setInterval(() => response.write("."), 5);
      response.on("close", () => clearInterval(drip));
    });
    await expectDeadline(send(port, { totalTimeoutMs }));
  });

  test("a request that is not taken", async () => {
    const port = await listen(createServer((socket) => socket.pause()));
    await expectDeadline(send(port, { body: new Uint8Array(20_000_000), totalTimeoutMs }));
  });

  test("and leaves no connection open", async () => {
    const closed = signal();
    const port = await listenHttp((request) => request.socket.on("close", () => closed.give()));
    await expectDeadline(send(port, { totalTimeoutMs }));
    await closed.given;
  });

  test("a shorter one covers connecting and the handshake", async () => {
    const port = await listen(createServer());
    const failure = await failureOf(send(port, { url: `https://127.0.0.1:${port}/`, connectTimeoutMs: 40 }));
    expect(failure).toMatchObject({ kind: "timeout", message: "No connection within 40 ms." });
  });
});

describe("TLS", () => {
  const certificate = issueCertificate(["hooks.example.com"]);

  async function listenTls() {
    const names: unknown[] = [];
    const port = await listen(
      createHttpsServer(certificate, (request, response) => {
        names.push("servername" in request.socket ? request.socket.servername : undefined);
        response.end("safe");
      }),
    );
    return { port, names };
  }

  const sendTls = (port: number, host: string, change: Partial<GuardedRequest> = {}) =>
    send(port, { url: `https://${host}:${port}/`, resolve: localName, ...change });

  test("a certificate that nobody vouches for is refused", async () => {
    const { port, names } = await listenTls();
    const failure = await failureOf(sendTls(port, "hooks.example.com"));
    expect(failure).toMatchObject({ kind: "tls", message: expect.stringContaining("DEPTH_ZERO_SELF_SIGNED_CERT") });
    expect(names).toEqual([]);
  });

  test("a trusted certificate is accepted for its name, which the server is told", async () => {
    const { port, names } = await listenTls();
    const ca = certificate.cert;
    expect((await sendTls(port, "hooks.example.com", { ca })).bodySnippet).toBe("safe");
    expect((await sendTls(port, "hooks.example.com.", { ca })).bodySnippet).toBe("safe");
    expect(names).toEqual(["hooks.example.com", "hooks.example.com"]);
  });

  test.each(["other.example.com", "127.0.0.1"])("a trusted certificate is refused for %s", async (host) => {
    const { port, names } = await listenTls();
    const failure = await failureOf(sendTls(port, host, { ca: certificate.cert }));
    expect(failure).toMatchObject({ kind: "tls", message: expect.stringContaining("ERR_TLS_CERT_ALTNAME_INVALID") });
    expect(names).toEqual([]);
  });

  test("stays strict when the process was told to trust anything", async () => {
    const { port } = await listenTls();
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const failure = await failureOf(sendTls(port, "hooks.example.com"));
    vi.unstubAllEnvs();
    expect(failure.kind).toBe("tls");
  });

  test("a server that speaks plain HTTP fails as tls", async () => {
    const port = await listenRaw("HTTP/1.1 400 Bad Request\r\n\r\n");
    expect((await failureOf(sendTls(port, "hooks.example.com"))).kind).toBe("tls");
  });
});
