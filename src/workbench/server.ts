import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { projectRoot } from './project-root';

/**
 * Serves the workbench on this machine alone: its page, the built add-in, and Microsoft's own office.js from
 * the npm package in place of the copy that Microsoft hosts, so that no request leaves the machine.
 */

export interface RunningServer {
  /** Such as `http://localhost:3000`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Address prefix to folder, most special first. */
const folders: readonly (readonly [prefix: string, folder: string])[] = [
  ['/addin/', join(projectRoot, 'dist')],
  ['/office/', join(projectRoot, 'node_modules', '@microsoft', 'office-js', 'dist')],
  ['/', join(projectRoot, 'build', 'workbench')],
];

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const microsoftsHost = 'https://appsforoffice.microsoft.com';

/**
 * Office.js trusts an https host of its own name at once; over plain http it asks the page at this address,
 * where Microsoft would ask the user. Here the user has started the server: the answer is yes.
 */
const trustPage = `<!doctype html><meta charset="utf-8"><title>Trust</title><script>
addEventListener('message', (event) => {
  if (event.source === parent && event.origin === location.origin) {
    parent.postMessage(JSON.stringify({ hostUserTrusted: true }), location.origin);
  }
});
</script>`;

/**
 * Starts the server; without a port it takes 3000, or any free one when that is taken. Rejects with one plain
 * line when a port that was asked for is taken.
 */
export async function startServer(port?: number): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request.method ?? 'GET', request.url ?? '/', response);
  });
  try {
    await listen(server, port ?? 3000);
  } catch (error) {
    if (port !== undefined)
      throw new Error(`Port ${port} cannot be used: ${(error as Error).message}`, { cause: error });
    await listen(server, 0);
  }
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://localhost:${boundPort}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', () => {
      server.off('error', failed);
      done();
    });
  });
}

function answer(method: string, url: string, response: ServerResponse): void {
  const path = decodePath(url);
  if (method !== 'GET' && method !== 'HEAD') {
    end(response, 405, contentTypes['.txt']!, 'Only GET.');
  } else if (path === '/office/AgaveErrorUX/index.html') {
    end(response, 200, contentTypes['.html']!, trustPage);
  } else if (path !== undefined && /^\/addin\/[^/]+\.html$/.test(path)) {
    sendAddInPage(path, response);
  } else {
    sendFile(
      response,
      path === undefined ? undefined : fileFor(path.endsWith('/') ? `${path}index.html` : path),
    );
  }
}

function sendFile(response: ServerResponse, file: string | undefined): void {
  if (file === undefined) {
    end(response, 404, contentTypes['.txt']!, 'There is nothing at this address.');
    return;
  }
  const isPage = file === join(projectRoot, 'build', 'workbench', 'index.html');
  response.writeHead(200, {
    ...headers(contentTypes[extname(file)] ?? 'application/octet-stream'),
    ...(isPage && { 'content-security-policy': ownAddressOnly }),
  });
  createReadStream(file).pipe(response);
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** The file at an address, when it is really inside the folder that the address stands for. */
function fileFor(path: string): string | undefined {
  const [prefix, folder] = folders.find(([start]) => path.startsWith(start))!;
  const file = join(folder, path.slice(prefix.length));
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return realpathSync(file).startsWith(realpathSync(folder) + sep) ? file : undefined;
}

/** A page of the add-in as it ships, but for Microsoft's host: this server stands in its place. */
function sendAddInPage(path: string, response: ServerResponse): void {
  const file = fileFor(path);
  if (file === undefined) {
    end(response, 404, contentTypes['.txt']!, 'The add-in has no such page, or has not been built.');
    return;
  }
  const html = readFileSync(file, 'utf8')
    .replaceAll(`${microsoftsHost}/lib/1/hosted/office.js`, '/office/office.js')
    .replaceAll(microsoftsHost, "'self'")
    // Over plain http office.js asks for trust in a frame; over https, where the add-in ships, it never does.
    .replace("default-src 'none'", "default-src 'none'; frame-src 'self'");
  end(response, 200, contentTypes['.html']!, html);
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, headers(type)).end(body);
}

// Whatever the page's libraries may have in mind, nothing leaves this server. The pane has rules of its own.
const ownAddressOnly = "default-src 'self' data: blob:; style-src 'self' 'unsafe-inline'";

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
}
