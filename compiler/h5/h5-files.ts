import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { shopDrawing } from '@/domain/look/goods-drawing'
import { lookVoices } from '@/domain/look/look-voices'
import { sharePhotoPath } from '@/domain/photo'
import { MAX_VOICE_BYTES, voicePath } from '@/domain/voice'
import type { Storefront } from '@/features/storefront/use-storefront'
import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { type CompiledSiteManifest, createWorkerScript, WORKER_BUNDLE } from '@/service-worker/manifest'
import { artSvg } from '@/ui/art/art'
import { escapeJson } from '../../server/first-paint/escape'
import { createFrame } from '../../server/first-paint/frame'
import { createShopHead } from '../../server/first-paint/head'
import { SCREEN_SCRIPT } from '../../server/first-paint/scripts'
import type { PageFiles } from '../../server/http/pages/site'
import { type Files, textOf } from '../folder'
import { groupBuyFiles, showsGroupBuys } from '../group-buy-page'
import { photosInHtml, prepare, renderShop } from '../render-shop'
import type { ShopSource } from '../shop-source'
import { themeStyle } from '../theme-style'
import { ICON_SIZES, iconPng, iconSvg } from './icons'
import { offlinePage } from './offline-page'
import { compiledSitePlace } from './site-base'

/** Creates the picture that chats show: the first product photo, otherwise a drawing. */
async function createSharePicture({ storefront, picture }: ShopSource): Promise<Buffer> {
  const [photo] = storefront.products.flatMap(({ photos }) => photos)
  const found = photo && (await picture(sharePhotoPath(photo.hash)))
  if (found) return found
  const drawing = shopDrawing(storefront.products.map(({ name }) => name))
  return sharp(Buffer.from(artSvg(drawing)), { density: 600 })
    .resize({ width: 800, height: 640, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

const voicesOf = ({ storefront }: ShopSource) =>
  lookVoices(storefront.look).map(({ hash }) => voicePath(hash))

export async function compileH5(engine: Files, source: ShopSource, base: string): Promise<Files> {
  await prepare()
  const paths = [...photosInHtml(renderShop(source).html), ...voicesOf(source)]
  const found = await Promise.all(
    paths.map(async (path): Promise<[string, Buffer | undefined]> => [path, await source.picture(path)]),
  )
  const photos = new Map(found.filter((entry): entry is [string, Buffer] => entry[1] !== undefined))
  return h5Files(engine, { source, base, photos, sharePicture: await createSharePicture(source) })
}

/**
 * Web app manifest with relative URLs. It has no `id`, which would be resolved against the origin and be the same for all
 * shops there; without it `start_url` identifies the app.
 * Source: https://www.w3.org/TR/appmanifest/#id-member
 */
const createManifest = ({ shop, look }: Storefront): string =>
  JSON.stringify({
    name: shop.name,
    short_name: shop.name,
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    lang: 'zh-CN',
    theme_color: look.theme.brand,
    background_color: look.theme.ground,
    icons: [
      { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ...ICON_SIZES.map((size) => ({
        src: `./icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
    ],
  })

export interface H5Shop {
  source: ShopSource
  base: string
  /** Photos and voices by server path. */
  photos: ReadonlyMap<string, Buffer>
  sharePicture: Buffer
}

const ICON = /<link rel="?icon"?[^>]*>/
const HEAD_LINKS =
  '<link rel="icon" href="./icon.svg"><link rel="apple-touch-icon" href="./icon-192.png"><link rel="manifest" href="./manifest.webmanifest">'

/** True for the scripts and styles of the engine that a shop needs which does without the files `unused`. */
const isSiteFile = (name: string, unused: ReadonlySet<string>) =>
  /^(js|css)\/.*\.(js|css)$/.test(name) && !unused.has(name)

function createPage(engine: Files, { source, base, photos }: H5Shop) {
  const { storefront, api, at } = source
  const { shop } = storefront
  const pageFiles = JSON.parse(textOf(engine, 'page-files.json')) as PageFiles
  const pictures = Object.fromEntries([...photos.keys()].map((path) => [path, `.${path}`]))
  const screen = renderShop(source, pictures)
  const frame = createFrame(
    { html: textOf(engine, 'index.html'), pageFiles, text: (path) => textOf(engine, path.slice(1)) },
    './',
  )
  if (!frame) throw new Error('The engine has no list of its pages')
  const embeddedShop: EmbeddedShop = { slug: shop.slug, api, at, storefront, pictures }
  const data = `<script type="application/json" id="embedded-shop">${escapeJson(JSON.stringify(embeddedShop))}</script>`
  const html = frame
    .fill(createShopHead(storefront, compiledSitePlace(base, shop)), screen, SCREEN_SCRIPT + data)
    .replace(ICON, () => HEAD_LINKS)
    // the shop's other pages use its colours, too
    .replace('</head>', () => `<style>:root{${themeStyle(storefront.look.theme)}}</style></head>`)
  return { html, pageFiles, lazy: screen.lazySections }
}

/** Maximum size in bytes of voices cached on a visitor's phone: two greetings of maximum length. */
const MAX_CACHED_VOICE_BYTES = 2 * MAX_VOICE_BYTES

/** Voices cached for offline use: in order of appearance, as many as fit. */
function cachedVoices(files: Files): string[] {
  let room = MAX_CACHED_VOICE_BYTES
  return [...files].flatMap(([name, bytes]) => {
    if (!name.startsWith('voices/') || bytes.length > room) return []
    room -= bytes.length
    return name
  })
}

function createWorkerManifest(files: Files, slug: string, names: string[]): CompiledSiteManifest {
  const hash = createHash('sha256')
  for (const [name, bytes] of files) hash.update(name).update(bytes)
  return {
    kind: 'compiled-site',
    slug,
    build: hash.digest('hex').slice(0, 12),
    files: names,
    voices: cachedVoices(files),
  }
}

/** Creates all files of a shop's site. It works on any host and path. */
export async function h5Files(engine: Files, wanted: H5Shop): Promise<Files> {
  const { source, photos, sharePicture } = wanted
  const { shop, look } = source.storefront
  const { html, pageFiles, lazy } = createPage(engine, wanted)
  const unused = new Set([
    ...(lazy ? [] : pageFiles.lazySections),
    ...(showsGroupBuys(look) ? [] : groupBuyFiles(pageFiles)),
  ])
  const files: Files = new Map([...engine].filter(([name]) => isSiteFile(name, unused)))
  const write = (name: string, text: string) => files.set(name, Buffer.from(text))
  for (const [path, bytes] of photos) files.set(path.slice(1), bytes)
  const svg = iconSvg(look.theme)
  write('index.html', html)
  write('offline.html', offlinePage(source))
  write('icon.svg', svg)
  for (const size of ICON_SIZES) files.set(`icon-${size}.png`, await iconPng(svg, size))
  write('manifest.webmanifest', createManifest(source.storefront))
  files.set('share.jpg', sharePicture)
  const loaded = [...files.keys()].filter((name) => /^(js|css|photos)\//.test(name))
  const manifest = createWorkerManifest(files, shop.slug, ['', 'offline.html', ...loaded])
  write('sw.js', createWorkerScript(textOf(engine, WORKER_BUNDLE), manifest))
  return files
}
