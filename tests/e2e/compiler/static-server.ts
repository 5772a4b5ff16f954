import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** Starts a plain static file server for folders by path prefix, with `index.html` for a folder and 404 otherwise. */
export async function serveFolders(folders: Record<string, string>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const base = Object.keys(folders).find((one) => pathname.startsWith(one))
    const inside = base && path.join(folders[base] ?? '', pathname.slice(base.length) || 'index.html')
    const found = inside && statSync(inside, { throwIfNoEntry: false })?.isFile() ? inside : undefined
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[path.extname(found ?? '')] ?? 'text/plain',
    })
    response.end(found ? readFileSync(found) : 'not here')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
