import { createServer } from 'node:http';
import { connect } from 'node:net';
import { startServer, type RunningServer } from '../../src/workbench/server';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Sends a path as it is, which `fetch` would tidy up first. */
function rawGet(path: string): Promise<string> {
  return new Promise((done, failed) => {
    const { port } = new URL(server.address);
    const socket = connect(Number(port), 'localhost', () => {
      socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('end', () => {
      done(answer);
    });
    socket.on('error', failed);
  });
}

describe('the workbench server', () => {
  test("serves Microsoft's own office.js from the package", async () => {
    const response = await fetch(`${server.address}/office/office.js`);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toContain('Microsoft Corporation');
  });

  test('answers the question of trust with yes, to its own pages alone', async () => {
    const page = await (await fetch(`${server.address}/office/AgaveErrorUX/index.html#x`)).text();
    expect(page).toContain('hostUserTrusted: true');
    expect(page).toContain('event.origin === location.origin');
  });

  test.each([
    '/../package.json',
    '/addin/../../package.json',
    '/office/..%2f..%2f..%2fpackage.json',
    '/office/%2e%2e/%2e%2e/package.json',
    '/..\\package.json',
    '/%00',
    '/%zz',
    '/office/',
    '/nothing-here',
  ])('shows nothing of the machine at %s', async (path) => {
    const answer = await rawGet(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /u);
    expect(answer).not.toContain('devDependencies');
  });

  test('refuses to be written to', async () => {
    expect((await fetch(`${server.address}/`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('takes another port when its own is in use, but says so when the port was asked for', async () => {
    const other = createServer().listen(0, 'localhost');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    await expect(startServer(port)).rejects.toThrow(`Port ${port} cannot be used`);
    other.close();
    const second = await startServer();
    expect(second.address).not.toBe(server.address);
    await second.close();
  });
});
