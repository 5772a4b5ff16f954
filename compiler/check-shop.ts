import { Value } from '@sinclair/typebox/value'
import Ajv from 'ajv'
import { storefrontRoutes } from '@/contract/storefronts'
import { addDays, dayOf } from '@/domain/day'
import type { Look } from '@/domain/look'
import { isClosed } from '@/domain/shop'
import type { Storefront } from '@/features/storefront/use-storefront'
import { lookFaults } from '@/templates/check'
import { newerIn } from '@/templates/newer'
import { upgradeLook } from '@/templates/upgrade'
import { CompileFault } from './compile-error'

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areSections = (value: unknown) => Array.isArray(value) && value.every(isFields)

const validate = new Ajv({ strict: false }).compile(storefrontRoutes['GET /api/storefronts/:slug'].reply)

/** What a reply lacks, in one line; `undefined` when it fits. */
function misfit(reply: unknown): string | undefined {
  if (validate(reply)) return undefined
  const [fault] = validate.errors ?? []
  return `${fault?.instancePath || '/'} ${fault?.message ?? 'does not fit'}`
}

const newer = (what: string) =>
  new CompileFault('newer-section', `${what}. Update Kaizhang and compile again.`)

/** A storefront's reply as it came, in today's form; what a later server says besides is left out. */
export function readStorefront(reply: unknown, from: string): Storefront {
  const schema = storefrontRoutes['GET /api/storefronts/:slug'].reply
  if (
    !isFields(reply) ||
    !isFields(reply.look) ||
    !isFields(reply.look.theme) ||
    !areSections(reply.look.sections)
  )
    throw new CompileFault('malformed', `${from} is no shop: it has no look, or half a one.`)
  const what = newerIn(reply.look)
  if (what) throw newer(`This shop's look is newer than this compiler: ${what}`)
  const look = upgradeLook(reply.look as unknown as Look)
  const storefront = Value.Clean(schema, Value.Clone({ ...reply, look }))
  const fault = misfit(storefront)
  if (fault)
    throw new CompileFault('malformed', `${from} is not a shop as this compiler knows them. ${fault}`)
  const whole = storefront as Storefront
  const [wrong] = lookFaults(whole.look)
  if (wrong) throw newer(`This shop's look does not fit this compiler: ${wrong.path} ${wrong.message}`)
  return whole
}

/** A shop that is closed for so long has no use for an app. */
const FOR_GOOD_DAYS = 365

/** Refuses what nobody could buy from; answers what its owner should know. */
export function checkOpen({ shop, look, products }: Storefront, now: number): string[] {
  if (look.sections.length === 0 || !products.some(({ onSale }) => onSale))
    throw new CompileFault(
      'unpublished',
      `The shop ${shop.slug} is not published: ${look.sections.length === 0 ? 'its look has no sections' : 'nothing is on sale'}. Publish it first.`,
    )
  const today = dayOf(now)
  if (!isClosed(shop, today)) return []
  if ((shop.closedUntil ?? '') > addDays(today, FOR_GOOD_DAYS))
    throw new CompileFault(
      'closed',
      `The shop ${shop.slug} is closed until ${shop.closedUntil}. Open it again, then compile.`,
    )
  return [`The shop is closed until ${shop.closedUntil}: its app says so and takes no orders before.`]
}
