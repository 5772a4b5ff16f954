import { escapeJson } from '../server/first-paint/escape'
import type { Target } from './arguments'
import { CompileError } from './compile-error'
import type { Files } from './folder'
import type { ShopSource } from './shop-source'
import { toScriptJson } from './weapp-files'

/** Identifiers of shops: ULIDs and appids. */
const ID = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g
const APPID = /\bwx[0-9a-f]{16}\b/g
const IS_TEXT = /\.(js|json|html|wxml|wxss|wxs|css|webmanifest|svg)$/

/** The file of each target that holds the shop's data. */
const IDENTITY_FILES: Record<Target, string> = { weapp: 'embedded-shop.js', h5: 'index.html' }

const ENCODERS: Record<Target, (value: unknown) => string> = {
  weapp: toScriptJson,
  h5: (value) => escapeJson(JSON.stringify(value)),
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

/**
 * Throws `wrong-shop` unless the app holds its own shop and no id or appid of another. Ids in the seller's texts are
 * allowed. It guards against mixed-up caches.
 */
export function checkAppIdentity(
  target: Target,
  files: Files,
  { storefront, api }: ShopSource,
  { appid, base }: { appid: string; base: string },
): void {
  const identityError = (why: string) =>
    new CompileError('wrong-shop', `The ${target} app was not kept: ${why}.`)
  const { shop } = storefront
  const identityFile = files.get(IDENTITY_FILES[target])?.toString('utf8') ?? ''
  const written = ENCODERS[target]
  for (const expected of [`"slug":${written(shop.slug)}`, shop.id, written(shop.name)])
    if (!identityFile.includes(expected))
      throw identityError(`${IDENTITY_FILES[target]} does not hold ${expected}`)
  const known = [...stringsIn(storefront), api, base, appid].join('\n')
  for (const [name, bytes] of files) {
    if (!IS_TEXT.test(name)) continue
    const text = bytes.toString('utf8')
    const found = new Set([...(text.match(ID) ?? []), ...(text.match(APPID) ?? [])])
    const foreignId = [...found].find((one) => !known.includes(one))
    if (foreignId) throw identityError(`${name} holds ${foreignId}, which is not of ${shop.slug}`)
  }
}
