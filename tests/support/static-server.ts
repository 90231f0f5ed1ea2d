import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { selfSignedCertificate } from './certificate';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'text/xml; charset=utf-8',
};

export interface StaticServer {
  /** Such as `https://localhost:40123/some/where/`. */
  readonly address: string;
  /** Paths below the address that it did not have. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/**
 * Any HTTPS server, as a stranger would put the files on it: below a path of its own, the right types, and the
 * one header that Excel on the web asks for beside the functions' metadata.
 */
export async function serveOverHttps(folder: string, path: string): Promise<StaticServer> {
  const missing: string[] = [];
  const server = createServer(selfSignedCertificate('localhost'), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    const file = join(folder, pathname.slice(path.length));
    if (!pathname.startsWith(path) || !existsSync(file) || !statSync(file).isFile()) {
      missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    address: `https://localhost:${(server.address() as AddressInfo).port}${path}`,
    missing,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
