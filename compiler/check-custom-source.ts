import { escapeJson } from '../server/first-paint/escape'
import type { Target } from './arguments'
import { CompileFault } from './compile-error'
import type { Files } from './folder'
import type { ShopSource } from './shop-source'
import { inScript } from './weapp-files'

/** What names things of shops: ids (ULIDs), and appids. */
const ID = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g
const APPID = /\bwx[0-9a-f]{16}\b/g
const IS_TEXT = /\.(js|json|html|wxml|wxss|wxs|css|webmanifest|svg)$/

/** Where the app says whose it is. */
const FACES: Record<Target, string> = { weapp: 'carried-shop.js', h5: 'index.html' }

/** JSON as it stands there. */
const WRITTEN: Record<Target, (value: unknown) => string> = {
  weapp: inScript,
  h5: (value) => escapeJson(JSON.stringify(value)),
}

/** All that somebody said or named, as they did. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

/**
 * An app holds its own shop, and nothing of another, or it is not kept: whatever cache or hand it came through. Every id and
 * every appid in it is its shop's: its own, or what stands in the seller's texts.
 */
export function checkOwn(
  target: Target,
  files: Files,
  { storefront, api }: ShopSource,
  { appid, base }: { appid: string; base: string },
): void {
  const wrong = (why: string) => new CompileFault('wrong-shop', `The ${target} app was not kept: ${why}.`)
  const { shop } = storefront
  const face = files.get(FACES[target])?.toString('utf8') ?? ''
  const written = WRITTEN[target]
  for (const own of [`"slug":${written(shop.slug)}`, shop.id, written(shop.name)])
    if (!face.includes(own)) throw wrong(`${FACES[target]} does not hold ${own}`)
  const known = [...textsOf(storefront), api, base, appid].join('\n')
  for (const [name, bytes] of files) {
    if (!IS_TEXT.test(name)) continue
    const text = bytes.toString('utf8')
    const found = new Set([...(text.match(ID) ?? []), ...(text.match(APPID) ?? [])])
    const stranger = [...found].find((one) => !known.includes(one))
    if (stranger) throw wrong(`${name} holds ${stranger}, which is not of ${shop.slug}`)
  }
}
