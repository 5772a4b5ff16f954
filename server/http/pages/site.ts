import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { preloadLink } from '../../first-paint/preload'
import { CachedResponse } from '../cache/cached-response'

/** A file name with a content hash; such a file never changes. */
const HASHED = /[.-][0-9a-f]{8,20}\.[a-z0-9]+$/

/** The script that plays in the pages of demo worlds, which no other site serves. */
export const PLAYER_FILE = 'demo-player.js'

/** The types of files that are served. */
const SERVED = /\.(html|js|css|json|svg|png|jpg|webp|ico|woff2|txt)$/

/** The files that the site loads first, and the further files of each page by its path. File names have no leading slash. */
export interface PageFiles {
  start: string[]
  pages: Record<string, string[]>
  /** The files of sections that only some shops use. */
  lazySections: string[]
  /** The files of the parts of the cart that a shop loads later. */
  cartPanels?: string[]
}

export interface Site {
  folder: string
  shell: CachedResponse
  /** Returns the shell for a path. It preloads the files of its page. */
  shellAt(path: string): CachedResponse
  html: string
  pageFiles: PageFiles | undefined
  /** Returns a file's text; `undefined` when there is no such file. */
  text(path: string): string | undefined
}

/** Reads an H5 build's folder; `undefined` without an `index.html`. */
export function readSite(folder: string): Site | undefined {
  const text = (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined
  const html = text('/index.html')
  if (html === undefined) return undefined
  const list = text('/page-files.json')
  const pageFiles = list === undefined ? undefined : (JSON.parse(list) as PageFiles)
  return { folder, html, pageFiles, text, ...createShells(html, pageFiles) }
}

/** The page that opens at the site's own address. */
const HOME = '/home'

/** Makes the shells of a site from its page. */
export function createShells(
  html: string,
  pageFiles: PageFiles | undefined,
): Pick<Site, 'shell' | 'shellAt'> {
  const toShell = (text: string) => new CachedResponse(text, 'text/html; charset=utf-8', 'no-cache')
  const shell = toShell(html)
  const shells = new Map(
    Object.entries(pageFiles?.pages ?? {}).map(([path, files]) => {
      const links = files.map((file) => preloadLink(file, '/')).join('')
      return [path, toShell(html.replace('</head>', () => `${links}</head>`))]
    }),
  )
  return { shell, shellAt: (path) => shells.get(path === '/' ? HOME : path) ?? shell }
}

/** Serves the files of the site, precompressed where the build has done so. Files that are added later are not served. */
export async function serveFiles(app: FastifyInstance, { folder, shell }: Site): Promise<void> {
  app.get('/index.html', (request, reply) => shell.send(request, reply))
  await app.register(files, {
    root: resolve(folder),
    index: false,
    wildcard: false,
    // precompressed files are served under the name of the original; the page has its own route
    globIgnore: ['**/*.{br,gz}', 'index.html', PLAYER_FILE],
    allowedPath: (path) => SERVED.test(path),
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    setHeaders: (response, path) => {
      const isHashed = HASHED.test(path.replace(/\.(br|gz)$/, ''))
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      response.setHeader('vary', 'accept-encoding')
    },
  })
}
