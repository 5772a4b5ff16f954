import type { Target } from './arguments'
import { CompileFault } from './fault'
import type { Files } from './folder'
import type { ShopSource } from './shop-source'

/** What names things of shops: ids (ULIDs), and appids. */
const ID = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g
const APPID = /\bwx[0-9a-f]{16}\b/g
const IS_TEXT = /\.(js|json|html|wxml|wxss|wxs|css|webmanifest|svg)$/

/** Where the app says whose it is. */
const FACES: Record<Target, string> = { weapp: 'carried-shop.js', h5: 'index.html' }

/**
 * An app holds its own shop, and nothing of another, or it is not kept: whatever cache or hand it came through.
 * Every id in it is one of its shop's, and every appid its own.
 */
export function checkOwn(target: Target, files: Files, { storefront }: ShopSource, appid: string): void {
  const wrong = (why: string) => new CompileFault('wrong-shop', `The ${target} app was not kept: ${why}.`)
  const { shop } = storefront
  const face = files.get(FACES[target])?.toString('utf8') ?? ''
  for (const own of [`"slug":"${shop.slug}"`, shop.id, JSON.stringify(shop.name)])
    if (!face.includes(own)) throw wrong(`${FACES[target]} does not hold ${own}`)
  const known = new Set(JSON.stringify(storefront).match(ID))
  for (const [name, bytes] of files) {
    if (!IS_TEXT.test(name)) continue
    const text = bytes.toString('utf8')
    const strangers = [
      ...(text.match(ID) ?? []).filter((id) => !known.has(id)),
      ...(text.match(APPID) ?? []).filter((other) => other !== appid),
    ]
    if (strangers.length > 0) throw wrong(`${name} holds ${strangers[0]}, which is not of ${shop.slug}`)
  }
}
