import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { CachedResponse } from './cached-response'
import type { ContentEncoding } from './content-encoding'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Suffixes of the files that the build has compressed. */
const suffixes: Record<ContentEncoding, string> = { br: '.br', gzip: '.gz' }

/** A file name with a content hash; such a file never changes. */
const HASHED = /[.-][0-9a-f]{8,20}\.[a-z0-9]+$/

/** The files that the site loads first, and the further files of each page by its path. File names have no leading slash. */
export interface PageFiles {
  start: string[]
  pages: Record<string, string[]>
  /** The files of sections that only some shops use. */
  lazySections: string[]
}

/** The H5 build: its page, and its files by path, each cached after the first read. */
export interface Site {
  shell: CachedResponse
  html: string
  /** The build's list of files per page. */
  pageFiles: PageFiles | undefined
  file(path: string): CachedResponse | undefined
  /** Returns a file's text; `undefined` when there is no such file. */
  text(path: string): string | undefined
}

const cacheControlFor = (name: string) =>
  HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Reads an H5 build's folder; `undefined` without an `index.html`. Files that are added later are not served. */
export function readSite(folder: string): Site | undefined {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return undefined
  const html = readFileSync(page, 'utf8')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = new Set(
    entries.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  )
  const cache = new Map<string, CachedResponse>()
  const shell = new CachedResponse(html, 'text/html; charset=utf-8', 'no-cache')
  const text = (path: string) => (paths.has(path) ? readFileSync(join(folder, path), 'utf8') : undefined)
  const precompressed = (path: string) => (encoding: ContentEncoding) => {
    const file = `${path}${suffixes[encoding]}`
    return paths.has(file) ? readFileSync(join(folder, file)) : undefined
  }
  const list = text('/page-files.json')
  return {
    shell,
    html,
    pageFiles: list === undefined ? undefined : (JSON.parse(list) as PageFiles),
    text,
    file(path) {
      const type = types[extname(path)]
      if (!type || !paths.has(path)) return undefined
      if (path === '/index.html') return shell
      const cached = cache.get(path)
      if (cached) return cached
      const response = new CachedResponse(
        readFileSync(join(folder, path)),
        type,
        cacheControlFor(path),
        precompressed(path),
      )
      cache.set(path, response)
      return response
    },
  }
}
