import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { windowScript } from './window-script'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no"></head>
<body><script src="/host.js"></script></body></html>`

export interface Site {
  origin: string
  close(): Promise<void>
}

async function resolveFile(
  dist: string,
  pathname: string,
): Promise<{ type: string; body: string | Buffer } | undefined> {
  if (pathname === '/') return { type: 'text/html', body: PAGE }
  if (pathname === '/host.js') return { type: 'text/javascript', body: await windowScript() }
  const file = path.join(dist, decodeURIComponent(pathname.replace(/^\/app\//, '')))
  if (!pathname.startsWith('/app/') || !file.startsWith(dist + path.sep)) return undefined
  const body = await readFile(file).catch(() => undefined)
  return body && { type: TYPES[path.extname(file)] ?? 'application/octet-stream', body }
}

/** Serves an empty page, the host script and the files of the build on a free local port. */
export async function serveSite(dist: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local')
    resolveFile(path.resolve(dist), pathname).then(
      (found) => {
        if (found) response.setHeader('content-type', found.type)
        response.statusCode = found ? 200 : 404
        response.end(found?.body)
      },
      (error: unknown) => {
        response.statusCode = 500
        response.end(String(error))
      },
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
