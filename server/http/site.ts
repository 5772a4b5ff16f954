import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { CachedResponse } from './cached-response'
import type { Coding } from './content-encoding'

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

/** A file that the build has compressed has the other form beside it. */
const endings: Record<Coding, string> = { br: '.br', gzip: '.gz' }

/** A file whose name holds a hash of its content never changes. */
const HASHED = /[.-][0-9a-f]{8,20}\.[a-z0-9]+$/

/** Which files start the site, and which each page needs besides, by the page's address; without a slash at their front. */
export interface PageFiles {
  start: string[]
  pages: Record<string, string[]>
  /** Of the sections that only some shops have. */
  lazySections: string[]
}

/** The H5 build: its page, and its files by address, each read once. */
export interface Site {
  shell: CachedResponse
  html: string
  /** As the build listed them. */
  pageFiles: PageFiles | undefined
  file(path: string): CachedResponse | undefined
  /** A file's text. */
  text(path: string): string | undefined
}

const cachingOf = (name: string) => (HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache')

/** Reads an H5 build's folder; `undefined` when it holds no `index.html`. Only the files that are there now are served. */
export function siteOf(folder: string): Site | undefined {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return undefined
  const html = readFileSync(page, 'utf8')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = new Set(
    entries.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  )
  const kept = new Map<string, CachedResponse>()
  const shell = new CachedResponse(html, 'text/html; charset=utf-8', 'no-cache')
  const text = (path: string) => (paths.has(path) ? readFileSync(join(folder, path), 'utf8') : undefined)
  const beforehand = (path: string) => (coding: Coding) => {
    const file = `${path}${endings[coding]}`
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
      const known = kept.get(path)
      if (known) return known
      const ready = new CachedResponse(
        readFileSync(join(folder, path)),
        type,
        cachingOf(path),
        beforehand(path),
      )
      kept.set(path, ready)
      return ready
    },
  }
}
