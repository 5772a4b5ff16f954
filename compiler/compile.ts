import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Target, Wish } from './arguments'
import { checkOwn } from './check-custom-source'
import { checkFolder } from './check-folder'
import { checkOpen } from './check-shop'
import { CompileFault } from './compile-error'
import { compileWeapp } from './compile-weapp'
import type { EngineShelf } from './engine-shelf'
import type { Files } from './folder'
import { compileH5 } from './h5/compile-h5'
import { siteAddress } from './h5/site-base'
import { writeFolder } from './output'
import { readFromApi } from './read-api'
import { readFromExport } from './read-export'
import type { ShopSource } from './shop-source'
import { checkSizes, type SizeRow, sizesOf } from './sizes'
import { extOf } from './weapp-files'
import { withWholePictures } from './whole-pictures'

const DEFAULT_API = 'http://127.0.0.1:4180'

/** Chats and search engines take whole addresses only. */
const HOSTLESS =
  'The site works on any host, but does not know its own: chats show its picture once it is told, as --base https://host/path/.'

export interface Compiled {
  slug: string
  target: Target
  out: string
  /** From reading the shop's pictures to the last file; neither the shop nor the engine is counted. */
  ms: number
  sizes: SizeRow[]
}

const SLUG = /^[0-9a-z]{6,12}$/

/** Whom to tell what is done and what a shop's owner should know, and of each app as soon as it is written. */
export interface Told {
  say(words: string): void
  done(app: Compiled): void
}

function readShop(shop: string, api: string | undefined, say: Told['say']): Promise<ShopSource> {
  const now = Date.now()
  if (existsSync(shop)) return readFromExport(shop, { api, now, say })
  if (SLUG.test(shop)) return readFromApi(shop, api ?? DEFAULT_API, now)
  throw new CompileFault(
    'unknown-shop',
    `--shop "${shop}" is neither a slug nor an exported shop that is there.`,
  )
}

function outOf({ out, shops, targets }: Wish, slug: string, target: Target): string {
  const own = shops.length > 1 ? path.join(out, slug) : out
  return targets.length > 1 ? path.join(own, target) : own
}

const extAlone = (source: ShopSource, { appid }: Wish): Files =>
  new Map([['ext.json', Buffer.from(JSON.stringify(extOf(source, appid), null, 2))]])

async function madeFrom(engine: Files, target: Target, wish: Wish, source: ShopSource) {
  const files =
    target === 'h5'
      ? await compileH5(
          engine,
          source,
          siteAddress(wish.base, source.storefront.shop.slug, wish.shops.length > 1),
        )
      : await compileWeapp(engine, source, wish.appid)
  checkOwn(target, files, source, wish)
  checkSizes(target, files, sizesOf(target, files))
  return files
}

/** Compiles one of the shops. */
export async function compile(shop: string, wish: Wish, engines: EngineShelf, { say, done }: Told) {
  const source = withWholePictures(await readShop(shop, wish.api, say), say)
  const { look, shop: face } = source.storefront
  for (const words of checkOpen(source.storefront, Date.now())) say(words)
  if (wish.targets.includes('h5') && wish.base.startsWith('/')) say(HOSTLESS)
  for (const target of wish.targets) checkFolder(outOf(wish, face.slug, target), { slug: face.slug, target })
  for (const target of wish.targets) {
    const out = outOf(wish, face.slug, target)
    const engine = wish.extOnly ? undefined : await engines.of(target, wish.full ? look : undefined, wish.own)
    const begun = performance.now()
    const files = engine ? await madeFrom(engine, target, wish, source) : extAlone(source, wish)
    writeFolder(out, files, { slug: face.slug, target }, wish.extOnly)
    const ms = Math.round(performance.now() - begun)
    say(`${face.name} (${face.slug}) → ${out} (${target}, ${ms} ms)`)
    done({ slug: face.slug, target, out, ms, sizes: sizesOf(target, files) })
  }
}
