import Ajv from 'ajv'
import { EXPORT_FORMAT, EXPORT_KIND, ShopExport } from '@/contract/shop/exports'
import { unsupportedPart } from '@/templates/unsupported-look'
import { upgradeLook } from '@/templates/upgrade-look'
import { validateLook } from '@/templates/validate-look'
import { withoutInvisible } from '../../http/invisible-characters'
import { SetupError } from '../../setup-error'
import type { ExportedShop } from './exported-shop'

export class NewerExportError extends SetupError {}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function parseExport(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = withoutInvisible(JSON.parse(text), text)
  } catch {
    throw new SetupError('shop.json is not JSON.')
  }
  if (!isObject(value) || value.kind !== EXPORT_KIND)
    throw new SetupError(`shop.json is no exported shop: its kind is not "${EXPORT_KIND}".`)
  return value
}

/** Throws a `NewerExportError` when the format or the look comes from a later version. */
function checkNotNewer({ format, look }: Record<string, unknown>) {
  const newer = (what: string) => new NewerExportError(`shop.json: ${what}. Update Kaizhang, then try again.`)
  if (typeof format === 'number' && format > EXPORT_FORMAT)
    throw newer(`/format is ${format}, and ${EXPORT_FORMAT} is the newest known here`)
  const what = isObject(look) ? unsupportedPart(look) : undefined
  if (what) throw newer(what)
}

const withUpgradedLook = (value: Record<string, unknown>) =>
  isObject(value.look) &&
  Array.isArray(value.look.sections) &&
  value.look.sections.every(isObject) &&
  isObject(value.look.theme)
    ? { ...value, look: upgradeLook(value.look as never) }
    : value

/** Returns the JSON pointer and the problem of a duplicate id or of a product without skus. */
function findProductError({ products }: ExportedShop): string | undefined {
  const usedIds = new Set<string>()
  for (const [i, { id, skus }] of products.entries()) {
    if (skus.length === 0) return `/products/${i}/skus is empty`
    const ids: [string, string][] = [
      [`/products/${i}`, id],
      ...skus.map((sku, j): [string, string] => [`/products/${i}/skus/${j}`, sku.id]),
    ]
    for (const [at, each] of ids) {
      if (usedIds.has(each)) return `${at}/id is used twice`
      usedIds.add(each)
    }
  }
  return undefined
}

/** Upper bound of a version number: far above any real shop, and low enough to leave room for later changes. */
const MAX_VERSION = 2 ** 30

/** Returns the JSON pointer and the problem of a version above `MAX_VERSION`. */
function findVersionError({ shop, look, products }: ExportedShop): string | undefined {
  const versions: [string, number][] = [
    ['/shop', shop.version],
    ['/look', look.version],
    ...products.map(({ version }, i): [string, number] => [`/products/${i}`, version]),
  ]
  const found = versions.find(([, version]) => version > MAX_VERSION)
  return found && `${found[0]}/version is ${found[1]}, which leaves no versions for later changes`
}

let validate: ReturnType<Ajv['compile']> | undefined

/**
 * Parses and validates `shop.json` and upgrades an older look.
 * @throws SetupError that names the faulty place; `NewerExportError` for an export of a later version.
 */
export function checkExport(text: string): ExportedShop {
  const value = parseExport(text)
  checkNotNewer(value)
  const upgraded = withUpgradedLook(value)
  validate ??= new Ajv({ strict: false }).compile(ShopExport)
  if (!validate(upgraded)) {
    const [error] = validate.errors ?? []
    throw new SetupError(`shop.json: ${error?.instancePath || '/'} ${error?.message ?? 'does not fit'}.`)
  }
  const exported = upgraded as ExportedShop
  const [error] = validateLook(exported.look)
  if (error) throw new SetupError(`shop.json: /look${error.path}: ${error.message}.`)
  const problem = findProductError(exported) ?? findVersionError(exported)
  if (problem) throw new SetupError(`shop.json: ${problem}.`)
  return exported
}
