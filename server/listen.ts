import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Env, StartError } from "~/env.server";

/**
 * Begins to listen.
 * @returns the address to open in a browser.
 * @throws StartError when the port cannot be had.
 */
export async function listen(server: Server, { port, host }: Pick<Env, "port" | "host">): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  return addressOf(server, host);
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${port} is in use. Stop what uses it, or choose another port: PORT=${port + 1} npm start`,
      );
    case "EACCES":
      return new StartError(`Port ${port} may not be used by this account. Choose one above 1023 with PORT.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError(`This machine has no address ${host}. Check HOST.`);
    default:
      return error;
  }
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const local = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  return `http://${local ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}
