import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Target, Wish } from './arguments'
import { checkOwn } from './check-own'
import { checkOpen } from './check-shop'
import { compileWeapp } from './compile-weapp'
import { CompileFault } from './fault'
import { type Files, readFolder } from './folder'
import { compileH5 } from './h5/compile-h5'
import { checkFolder, writeFolder } from './output'
import { readFromApi } from './read-api'
import { readFromExport } from './read-export'
import type { ShopSource } from './shop-source'
import { checkSizes, type SizeRow, sizesOf } from './sizes'
import { extOf } from './weapp-files'

const DEFAULT_API = 'http://127.0.0.1:4180'

/** Answer the folder of a target's engine, built when it is not there yet. */
export interface Engines {
  ready(target: Target): Promise<string>
  /** With some kinds of sections alone. */
  full(target: Target, kinds: string[]): Promise<string>
}

export interface Compiled {
  target: Target
  out: string
  /** Without building the engine and reading the shop. */
  ms: number
  sizes: SizeRow[]
}

const SLUG = /^[0-9a-z]{6,12}$/

function readShop({ shop, api }: Wish, now: number): Promise<ShopSource> | ShopSource {
  if (existsSync(shop)) return readFromExport(shop, api)
  if (SLUG.test(shop)) return readFromApi(shop, api ?? DEFAULT_API, now)
  throw new CompileFault(
    'unknown-shop',
    `--shop "${shop}" is neither a slug nor an exported shop that is there.`,
  )
}

function engineOf(target: Target, { extOnly, full }: Wish, { storefront }: ShopSource, engines: Engines) {
  if (extOnly) return undefined
  const kinds = storefront.look.sections.map(({ kind }) => kind)
  return full ? engines.full(target, kinds) : engines.ready(target)
}

async function filesFor(target: Target, wish: Wish, source: ShopSource, engine: Files): Promise<Files> {
  if (target === 'h5') return compileH5(engine, source, wish.base)
  return compileWeapp(engine, source, wish.appid)
}

/** Compiles a shop; `say` is told what is done and what its owner should know. */
export async function compile(
  wish: Wish,
  engines: Engines,
  say: (words: string) => void,
): Promise<Compiled[]> {
  const now = Date.now()
  const source = await readShop(wish, now)
  for (const words of checkOpen(source.storefront, now)) say(words)
  const { slug } = source.storefront.shop
  const outOf = (target: Target) => (wish.targets.length > 1 ? path.join(wish.out, target) : wish.out)
  for (const target of wish.targets) checkFolder(outOf(target), { slug, target })
  const done: Compiled[] = []
  for (const target of wish.targets) {
    const out = outOf(target)
    const folder = await engineOf(target, wish, source, engines)
    const begun = performance.now()
    const files = folder
      ? await filesFor(target, wish, source, readFolder(folder))
      : new Map([['ext.json', Buffer.from(JSON.stringify(extOf(source, wish.appid), null, 2))]])
    const sizes = sizesOf(target, files)
    if (folder) {
      checkOwn(target, files, source, wish.appid)
      checkSizes(target, files, sizes)
    }
    writeFolder(out, files, { slug, target })
    const ms = Math.round(performance.now() - begun)
    say(`${source.storefront.shop.name} (${slug}) → ${out} (${target}, ${ms} ms)`)
    done.push({ target, out, ms, sizes })
  }
  return done
}
