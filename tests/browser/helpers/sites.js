// The sites under test: portals that Kompass builds and serves itself.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const GOLDEN = join(REPOSITORY, 'tests/golden/project');
const CLOTHES = join(REPOSITORY, 'tests/clothes');
const PROGRAM = resolve(process.env.KOMPASS ?? join(REPOSITORY, 'target/debug/kompass'));

/** The day of the build, so that no page changes with the calendar. */
const DATE = '2026-12-01';

/** Runs a program until standard input ends, so that it never outlives these tests. */
const WHILE_WE_LIVE = '"$0" "$@" & exec 2>&-; read -r _; kill $!; wait';

const servers = [];
const folders = [];

const answers = new Map();

/** The answer to a GET of `url`, asked for once: status, type, body. */
export function get(url) {
  if (!answers.has(url)) answers.set(url, ask(url));
  return answers.get(url);
}

/**
 * Over a connection of its own: one that is kept may just be closed by the
 * server when it is used again.
 */
async function ask(url) {
  const [response] = await once(request(url, { agent: false }).end(), 'response');
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, type: response.headers['content-type'] ?? '', body };
}

/**
 * Serves the project in `root`; `content` names it, `base` is its base path. The pages are
 * those that are published, unless they are to follow what becomes of the project.
 */
async function serve(content, root, base, follows = false) {
  const options = ['serve', '--root', root, '--base-path', base, '--port', '0', '--date', DATE];
  if (!follows) options.push('--no-reload');
  const server = spawn('sh', ['-c', WHILE_WE_LIVE, PROGRAM, ...options], { stdio: ['pipe', 'ignore', 'pipe'] });
  servers.push(server);
  const address = await listeningAddress(server);
  const pages = [...(await sitemap(address, base)), 'om/design/', '404.html'];
  return { name: `${content} under ${base}`, content, base, address, pages };
}

/** Where `server` says that it listens. */
async function listeningAddress(server) {
  const lines = [];
  for await (const line of createInterface({ input: server.stderr })) {
    lines.push(line);
    const [, address] = /(http:\/\/127\S+)/.exec(line) ?? [];
    if (!address) continue;
    // It says more while it follows, and must not wait until somebody reads that.
    server.stderr.resume();
    return address;
  }
  throw new Error(`${PROGRAM} does not serve:\n${lines.join('\n')}`);
}

/** The pages that the sitemap lists, relative to the base path: '' is home. */
async function sitemap(address, base) {
  const text = (await get(`${address}sitemap.xml`)).body.toString();
  const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
  const outside = paths.filter((path) => !path.startsWith(base));
  if (outside.length > 0) throw new Error(`the sitemap leaves ${base}: ${outside.join(' ')}`);
  return paths.map((path) => path.slice(base.length));
}

/** The golden project with the repository's themes and what lies in `more`, in a folder of its own. */
function goldenProject(...more) {
  const folder = mkdtempSync(join(tmpdir(), 'kompass-golden-'));
  folders.push(folder);
  cpSync(GOLDEN, folder, { recursive: true });
  cpSync(join(REPOSITORY, 'themes'), join(folder, 'themes'), { recursive: true });
  for (const other of more) cpSync(other, folder, { recursive: true });
  return folder;
}

/** The golden portal in the clothes of another publisher. */
export async function serveDressed() {
  return serve('golden in other clothes', goldenProject(CLOTHES), '/');
}

/** The golden portal, which follows what becomes of the project in its `root`. */
export async function serveFollowed() {
  const root = goldenProject();
  return { root, ...(await serve('golden while it is edited', root, '/', true)) };
}

async function serveAll() {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: cargo build, or name another in KOMPASS`);
  const projects = [['repository', REPOSITORY]];
  if (existsSync(GOLDEN)) projects.push(['golden', goldenProject()]);
  const bases = ['/', '/kommunkompassen/'];
  return Promise.all(projects.flatMap(([name, root]) => bases.map((base) => serve(name, root, base))));
}

export const sites = await serveAll();

/** The sites at the root of their server: what the base path cannot change is checked there only. */
export const rootSites = sites.filter((site) => site.base === '/');

export async function stopSites() {
  await Promise.all(servers.map(async (server) => {
    server.stdin.end();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
