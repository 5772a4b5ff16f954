import type { FastifyInstance } from 'fastify'
import { demoSiteWords as words } from '@/locales/lesson/demo-site'
import type { AppSettings, SealedWorld } from '../../dependencies'
import { createShells, PLAYER_FILE, readSite, type Site } from './site'

const APP = '<div id="app"></div>'

/** The path at which open pages read the present generation of their world. */
export const GENERATION_PATH = '/demo-generation'

/** Reserves the space of the bar: pages are as high as the window without it. */
const STYLE =
  '<style>html{box-sizing:border-box;height:100%;padding-top:28px}body{position:relative;height:100%}' +
  '.page{min-height:calc(100vh - 28px)!important}.page--fill{height:calc(100vh - 28px)!important;min-height:0!important}' +
  '@supports(height:100dvh){.page--fill{height:calc(100dvh - 28px)!important}}' +
  '#demo-bar{position:fixed;z-index:2000;top:0;right:0;left:0;height:28px;background:#3d2a00;color:#fff;font-size:15px;font-weight:600;line-height:28px;text-align:center;pointer-events:none}</style>'

const BAR = `<div id="demo-bar" role="note">${words.bar}</div>`
const PLAYER = `<script src="/${PLAYER_FILE}" defer></script>`

/** The markup that marks all other pages of a demo world: the bar with its style, and the player. */
export const DEMO_MARKS = `${STYLE}${BAR}${PLAYER}`

/**
 * Empties what the browser has stored for this address when it is of another generation: an earlier world at the same port, or the
 * same before a reset. Runs in the page as text, before all other scripts.
 */
function forgetEarlierWorlds(generation: string): void {
  // the player may be loaded after the next reset
  Reflect.set(self, 'demoGeneration', generation)
  try {
    if (localStorage.getItem('demo-generation') === generation) return
    localStorage.clear()
    sessionStorage.clear()
    localStorage.setItem('demo-generation', generation)
    // the store of idb-keyval is emptied, because deleting it would wait for other tabs
    const opening = indexedDB.open('keyval-store')
    opening.onupgradeneeded = () => void opening.result.createObjectStore('keyval')
    opening.onsuccess = () => {
      opening.result.transaction('keyval', 'readwrite').objectStore('keyval').clear()
      opening.result.close()
    }
  } catch {
    // storage is forbidden, so nothing was stored
  }
}

/** Marks the site's page as a demo: adds the bar, the script that forgets earlier worlds, and the player. */
function markSite(site: Site, { generation }: SealedWorld): Site {
  const forget = `<script>(${forgetEarlierWorlds.toString()})(${JSON.stringify(generation)})</script>`
  const player = site.text(`/${PLAYER_FILE}`) === undefined ? '' : PLAYER
  const html = site.html
    .replace(/<title>/, () => `${forget}${STYLE}<title>`)
    .replace(APP, () => `${BAR}${APP}${player}`)
  return { ...site, html, ...createShells(html, site.pageFiles) }
}

/** Reads the H5 build that an app serves, which is marked in a demo world. */
export function readSiteOf({ h5Folder, sealedWorld }: AppSettings): Site | undefined {
  const site = h5Folder === undefined ? undefined : readSite(h5Folder)
  return site && sealedWorld ? markSite(site, sealedWorld) : site
}

/** Serves the files that only pages of a demo world load: its generation and the player. */
export function serveDemoFiles(app: FastifyInstance, site: Site, { generation, hosts }: SealedWorld): void {
  app.get(GENERATION_PATH, (_, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain').send(generation),
  )
  const player = site.text(`/${PLAYER_FILE}`)
  if (player === undefined) return
  app.get(`/${PLAYER_FILE}`, (_, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/javascript; charset=utf-8')
      .send(
        `self.demoHosts=${JSON.stringify(hosts())};self.demoGeneration=self.demoGeneration||${JSON.stringify(generation)};\n${player}`,
      ),
  )
}
