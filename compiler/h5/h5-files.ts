import { createHash } from 'node:crypto'
import { MAX_VOICE_BYTES } from '@/domain/voice'
import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { escapeJson } from '../../server/first-paint/escape'
import { frameOf } from '../../server/first-paint/frame'
import { headOf } from '../../server/first-paint/head'
import { SCRIPTS } from '../../server/first-paint/scripts'
import type { PageFiles } from '../../server/http/site'
import { type Files, textOf } from '../folder'
import { renderShop } from '../render-shop'
import type { ShopSource } from '../shop-source'
import { themeStyle } from '../theme-style'
import { ICON_SIZES, iconPng, iconSvg } from './icons'
import { manifestOf } from './manifest'
import { offlinePage } from './offline-page'
import { ownPlace } from './site-base'
import { type OwnSite, ownWorker } from './site-worker'

export interface H5Shop {
  source: ShopSource
  base: string
  /** Photos and voices by the server's path. */
  photos: ReadonlyMap<string, Buffer>
  /** The picture that chats show. */
  share: Buffer
}

const ICON = /<link rel="?icon"?[^>]*>/
const HEAD_LINKS =
  '<link rel="icon" href="./icon.svg"><link rel="apple-touch-icon" href="./icon-192.png"><link rel="manifest" href="./manifest.webmanifest">'

/** What the engine's scripts and styles are, of which a shop without further sections needs not all. */
const isLoaded = (name: string, pageFiles: PageFiles, lazy: boolean) =>
  /^(js|css)\/.*\.(js|css)$/.test(name) && (lazy || !pageFiles.lazySections.includes(name))

function pageOf(engine: Files, { source, base, photos }: H5Shop) {
  const { storefront, api, at } = source
  const { shop } = storefront
  const pageFiles = JSON.parse(textOf(engine, 'page-files.json')) as PageFiles
  const pictures = Object.fromEntries([...photos.keys()].map((path) => [path, `.${path}`]))
  const screen = renderShop(source, pictures)
  const frame = frameOf(
    { html: textOf(engine, 'index.html'), pageFiles, text: (path) => textOf(engine, path.slice(1)) },
    './',
  )
  if (!frame) throw new Error('The engine has no list of its pages')
  const embeddedShop: EmbeddedShop = { slug: shop.slug, api, at, storefront, pictures }
  const data = `<script type="application/json" id="carried-shop">${escapeJson(JSON.stringify(embeddedShop))}</script>`
  const html = frame
    .fill(headOf(storefront, ownPlace(base, shop)), screen, SCRIPTS + data)
    .replace(ICON, () => HEAD_LINKS)
    // its other pages are in its colours, too
    .replace('</head>', () => `<style>:root{${themeStyle(storefront.look.theme)}}</style></head>`)
  return { html, pageFiles, lazy: screen.lazySections }
}

/** Every visitor's phone keeps so much of what a shop says, in bytes: two greetings as long as they may be. */
const KEPT_VOICES = 2 * MAX_VOICE_BYTES

/** The voices that are kept for when there is no network: as many as have room, the uppermost first. */
function keptVoices(files: Files): string[] {
  let room = KEPT_VOICES
  return [...files].flatMap(([name, bytes]) => {
    if (!name.startsWith('voices/') || bytes.length > room) return []
    room -= bytes.length
    return name
  })
}

function workerOf(files: Files, slug: string, names: string[]): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of files) hash.update(name).update(bytes)
  const site: OwnSite = {
    slug,
    build: hash.digest('hex').slice(0, 12),
    files: names,
    voices: keptVoices(files),
  }
  return `(${ownWorker.toString()})(self,${JSON.stringify(site)})`
}

/** The whole site of one shop: a folder for any host and any path. */
export async function h5Files(engine: Files, wanted: H5Shop): Promise<Files> {
  const { source, photos, share } = wanted
  const { shop, look } = source.storefront
  const { html, pageFiles, lazy } = pageOf(engine, wanted)
  const files: Files = new Map([...engine].filter(([name]) => isLoaded(name, pageFiles, lazy)))
  const write = (name: string, text: string) => files.set(name, Buffer.from(text))
  for (const [path, bytes] of photos) files.set(path.slice(1), bytes)
  const svg = iconSvg(look.theme)
  write('index.html', html)
  write('offline.html', offlinePage(source))
  write('icon.svg', svg)
  for (const size of ICON_SIZES) files.set(`icon-${size}.png`, await iconPng(svg, size))
  write('manifest.webmanifest', manifestOf(source.storefront))
  files.set('share.jpg', share)
  const loaded = [...files.keys()].filter((name) => /^(js|css|photos)\//.test(name))
  write('sw.js', workerOf(files, shop.slug, ['', 'offline.html', ...loaded]))
  return files
}
