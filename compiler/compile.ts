import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { CompileOptions, Target } from './arguments'
import { checkAppIdentity } from './check-app-identity'
import { checkOutputFolder } from './check-output-folder'
import { checkOpen } from './check-shop'
import { CompileError } from './compile-error'
import { toEmbeddedPicture } from './embedded-picture'
import type { EngineCache } from './engine-cache'
import type { Files } from './folder'
import { compileH5 } from './h5/h5-files'
import { siteAddress } from './h5/site-base'
import { readFromApi } from './read-api'
import { readFromExport } from './read-export'
import { photosInHtml, prepare, renderShop } from './render-shop'
import type { ShopSource } from './shop-source'
import { checkSizes, measureSizes, type SizeRow } from './sizes'
import { createExtJson, weappFiles } from './weapp-files'
import { writeApp } from './write-app'

async function isIntact(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { failOn: 'error' }).resize({ width: 1 }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}

/** Wraps a shop source so that broken photos count as missing; each is reported once. */
function skipBrokenPictures(source: ShopSource, say: (words: string) => void): ShopSource {
  const looked = new Map<string, Promise<Buffer | undefined>>()
  async function look(path: string) {
    const bytes = await source.picture(path)
    if (!bytes || !path.startsWith('/photos/') || (await isIntact(bytes))) return bytes
    say(`${path} is broken and was left out: the app asks the server for it.`)
    return undefined
  }
  return {
    ...source,
    picture(path) {
      const known = looked.get(path) ?? look(path)
      looked.set(path, known)
      return known
    },
  }
}

const MAX_FIRST_PICTURES = 6

/** Small pictures of the first screen, by server path without the width; those of crops by their whole path. */
async function firstPictures(source: ShopSource): Promise<Map<string, Buffer>> {
  await prepare()
  const paths = new Map<string, string>()
  for (const path of photosInHtml(renderShop(source).html)) {
    // no phone shows it
    if (path.endsWith('-head-wide.webp')) continue
    const photo = path.replace(/-\d+\.webp$/, '')
    if (paths.size < MAX_FIRST_PICTURES && !paths.has(photo)) paths.set(photo, path)
  }
  const entries = await Promise.all(
    [...paths].map(async ([photo, path]): Promise<[string, Buffer | undefined]> => {
      const bytes = await source.picture(path)
      return [photo, bytes && (await toEmbeddedPicture(bytes))]
    }),
  )
  return new Map(entries.filter((entry): entry is [string, Buffer] => entry[1] !== undefined))
}

const DEFAULT_API = 'http://127.0.0.1:4180'

/** Chats and search engines need absolute URLs. */
const UNKNOWN_HOST_NOTE =
  'The site works on any host, but does not know its own: chats show its picture once it is told, as --base https://host/path/.'

export interface CompiledApp {
  slug: string
  target: Target
  out: string
  /** Time in ms for pictures and files; reading the shop and building the engine are not counted. */
  ms: number
  sizes: SizeRow[]
}

const SLUG = /^[0-9a-z]{6,12}$/

/** Receives progress and notes for the owner, and each app as soon as it is written. */
export interface CompileListener {
  notify(words: string): void
  onCompiled(app: CompiledApp): void
}

function readShop(
  shop: string,
  api: string | undefined,
  warn: CompileListener['notify'],
): Promise<ShopSource> {
  const now = Date.now()
  if (existsSync(shop)) return readFromExport(shop, { api, now, warn })
  if (SLUG.test(shop)) return readFromApi(shop, api ?? DEFAULT_API, now)
  throw new CompileError(
    'unknown-shop',
    `--shop "${shop}" is neither a slug nor an exported shop that is there.`,
  )
}

/** @throws CompileError for a server that phones cannot reach from a mini-program. */
function checkApi({ api }: ShopSource, { targets, dev }: CompileOptions) {
  if (dev || !targets.includes('weapp') || api.startsWith('https://')) return
  throw new CompileError(
    'insecure-api',
    `A mini-program on a phone can only request https, and ${api} is not. Name the server's address: --api https://shop.example.org. For WeChat's developer tools on this machine, add --dev.`,
  )
}

function outputFolder({ out, shops, targets }: CompileOptions, slug: string, target: Target): string {
  const shopFolder = shops.length > 1 ? path.join(out, slug) : out
  return targets.length > 1 ? path.join(shopFolder, target) : shopFolder
}

const extOnlyFiles = (source: ShopSource, { appid }: CompileOptions): Files =>
  new Map([['ext.json', Buffer.from(JSON.stringify(createExtJson(source, appid), null, 2))]])

async function buildFiles(engine: Files, target: Target, options: CompileOptions, source: ShopSource) {
  const files =
    target === 'h5'
      ? await compileH5(
          engine,
          source,
          siteAddress(options.base, source.storefront.shop.slug, options.shops.length > 1),
        )
      : weappFiles(engine, { source, appid: options.appid, pictures: await firstPictures(source) })
  checkAppIdentity(target, files, source, options)
  checkSizes(target, files, measureSizes(target, files))
  return files
}

export async function compile(
  shop: string,
  options: CompileOptions,
  engines: EngineCache,
  { notify, onCompiled }: CompileListener,
) {
  const source = skipBrokenPictures(await readShop(shop, options.api, notify), notify)
  checkApi(source, options)
  const { look, shop: shopInfo } = source.storefront
  for (const words of checkOpen(source.storefront, Date.now())) notify(words)
  if (options.targets.includes('h5') && options.base.startsWith('/')) notify(UNKNOWN_HOST_NOTE)
  for (const target of options.targets)
    checkOutputFolder(outputFolder(options, shopInfo.slug, target), { slug: shopInfo.slug, target })
  for (const target of options.targets) {
    const out = outputFolder(options, shopInfo.slug, target)
    const engine = options.extOnly
      ? undefined
      : await engines.get(target, options.full ? look : undefined, options.customSource)
    const startedAt = performance.now()
    const files = engine ? await buildFiles(engine, target, options, source) : extOnlyFiles(source, options)
    await writeApp(out, files, { slug: shopInfo.slug, target }, options.extOnly)
    const ms = Math.round(performance.now() - startedAt)
    notify(`${shopInfo.name} (${shopInfo.slug}) → ${out} (${target}, ${ms} ms)`)
    onCompiled({ slug: shopInfo.slug, target, out, ms, sizes: measureSizes(target, files) })
  }
}
