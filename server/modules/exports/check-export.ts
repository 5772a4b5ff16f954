import Ajv from 'ajv'
import { EXPORT_FORMAT, EXPORT_KIND, ShopExport } from '@/contract/exports'
import { lookFaults } from '@/templates/check'
import { newerIn } from '@/templates/newer'
import { upgradeLook } from '@/templates/upgrade'
import { SetupError } from '../../settings'
import type { Exported } from './exported'

/** An export that a later version of Kaizhang has made. */
export class NewerExportError extends SetupError {}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function parsed(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new SetupError('shop.json is not JSON.')
  }
  if (!isObject(value) || value.kind !== EXPORT_KIND)
    throw new SetupError(`shop.json is no exported shop: its kind is not "${EXPORT_KIND}".`)
  return value
}

/** Refuses what a later version has made, rather than calling it broken. */
function checkAge({ format, look }: Record<string, unknown>) {
  const newer = (what: string) => new NewerExportError(`shop.json: ${what}. Update Kaizhang, then try again.`)
  if (typeof format === 'number' && format > EXPORT_FORMAT)
    throw newer(`/format is ${format}, and ${EXPORT_FORMAT} is the newest known here`)
  const what = isObject(look) ? newerIn(look) : undefined
  if (what) throw newer(what)
}

/** With its look in today's form, where it has one. */
const raised = (value: Record<string, unknown>) =>
  isObject(value.look) &&
  Array.isArray(value.look.sections) &&
  value.look.sections.every(isObject) &&
  isObject(value.look.theme)
    ? { ...value, look: upgradeLook(value.look as never) }
    : value

/** Where an id stands that was there before, or a product that nobody can buy anything of. */
function productFault({ products }: Exported): string | undefined {
  const seen = new Set<string>()
  for (const [i, { id, skus }] of products.entries()) {
    if (skus.length === 0) return `/products/${i}/skus is empty`
    const ids: [string, string][] = [
      [`/products/${i}`, id],
      ...skus.map((sku, j): [string, string] => [`/products/${i}/skus/${j}`, sku.id]),
    ]
    for (const [at, each] of ids) {
      if (seen.has(each)) return `${at}/id is used twice`
      seen.add(each)
    }
  }
  return undefined
}

/** A shop never comes near it. What lies beyond leaves an owner few changes, and at last none. */
const MOST_VERSION = 2 ** 30

/** Where a version stands that leaves no next ones. */
function versionFault({ shop, look, products }: Exported): string | undefined {
  const versions: [string, number][] = [
    ['/shop', shop.version],
    ['/look', look.version],
    ...products.map(({ version }, i): [string, number] => [`/products/${i}`, version]),
  ]
  const found = versions.find(([, version]) => version > MOST_VERSION)
  return found && `${found[0]}/version is ${found[1]}, which leaves no versions for later changes`
}

let validate: ReturnType<Ajv['compile']> | undefined

/**
 * Reads `shop.json`, an older look brought to today's form. What is wrong with it is a `SetupError` that names where; what
 * is newer than this version is a `NewerExportError`.
 */
export function checkExport(text: string): Exported {
  const value = parsed(text)
  checkAge(value)
  const today = raised(value)
  validate ??= new Ajv({ strict: false }).compile(ShopExport)
  if (!validate(today)) {
    const [fault] = validate.errors ?? []
    throw new SetupError(`shop.json: ${fault?.instancePath || '/'} ${fault?.message ?? 'does not fit'}.`)
  }
  const exported = today as Exported
  const [fault] = lookFaults(exported.look)
  if (fault) throw new SetupError(`shop.json: /look${fault.path}: ${fault.message}.`)
  const wrong = productFault(exported) ?? versionFault(exported)
  if (wrong) throw new SetupError(`shop.json: ${wrong}.`)
  return exported
}
