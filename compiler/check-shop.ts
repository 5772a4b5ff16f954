import { Value } from '@sinclair/typebox/value'
import Ajv from 'ajv'
import { storefrontRoutes } from '@/contract/shop/storefronts'
import { addDays, dayOf } from '@/domain/day'
import type { Look } from '@/domain/look/look'
import { isClosed } from '@/domain/shop/shop'
import type { Storefront } from '@/features/storefront/use-storefront'
import { unsupportedPart } from '@/templates/unsupported-look'
import { upgradeLook } from '@/templates/upgrade-look'
import { validateLook } from '@/templates/validate-look'
import { CompileError } from './compile-error'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areSections = (value: unknown) => Array.isArray(value) && value.every(isObject)

const validate = new Ajv({ strict: false }).compile(storefrontRoutes['GET /api/storefronts/:slug'].reply)

/** Describes the first schema violation of a reply; `undefined` when it is valid. */
function findSchemaError(reply: unknown): string | undefined {
  if (validate(reply)) return undefined
  const [violation] = validate.errors ?? []
  return `${violation?.instancePath || '/'} ${violation?.message ?? 'does not fit'}`
}

const newerError = (what: string) =>
  new CompileError('newer-section', `${what}. Update Kaizhang and compile again.`)

/** Validates a storefront reply and upgrades its look. Unknown fields of later servers are removed. */
export function readStorefront(reply: unknown, from: string): Storefront {
  const schema = storefrontRoutes['GET /api/storefronts/:slug'].reply
  if (
    !isObject(reply) ||
    !isObject(reply.look) ||
    !isObject(reply.look.theme) ||
    !areSections(reply.look.sections)
  )
    throw new CompileError('malformed', `${from} is no shop: it has no look, or half a one.`)
  const what = unsupportedPart(reply.look)
  if (what) throw newerError(`This shop's look is newer than this compiler: ${what}`)
  const look = upgradeLook(reply.look as unknown as Look)
  const storefront = Value.Clean(schema, Value.Clone({ ...reply, look }))
  const violation = findSchemaError(storefront)
  if (violation)
    throw new CompileError('malformed', `${from} is not a shop as this compiler knows them. ${violation}`)
  const valid = storefront as Storefront
  const [problem] = validateLook(valid.look)
  if (problem)
    throw newerError(`This shop's look does not fit this compiler: ${problem.path} ${problem.message}`)
  return valid
}

/** A shop closed for longer than this many days is not compiled. */
const MAX_CLOSED_DAYS = 365

/** Throws for a shop that nobody can buy from; returns notes for its owner. */
export function checkOpen({ shop, look, products }: Storefront, now: number): string[] {
  if (look.sections.length === 0 || !products.some(({ onSale }) => onSale))
    throw new CompileError(
      'unpublished',
      `The shop ${shop.slug} is not published: ${look.sections.length === 0 ? 'its look has no sections' : 'nothing is on sale'}. Publish it first.`,
    )
  const today = dayOf(now)
  if (!isClosed(shop, today)) return []
  if ((shop.closedUntil ?? '') > addDays(today, MAX_CLOSED_DAYS))
    throw new CompileError(
      'closed',
      `The shop ${shop.slug} is closed until ${shop.closedUntil}. Open it again, then compile.`,
    )
  return [`The shop is closed until ${shop.closedUntil}: its app says so and takes no orders before.`]
}
