import type { RouteBody } from '@/contract/routes'
import type { FieldError } from '@/domain/failure'
import { PRACTICE_MS, type ShopSettings } from '@/domain/shop/shop'
import { tradeDefaults } from '@/domain/shop/trade'
import { shopWords } from '@/locales/shop/shop'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { openUnderHelp } from '../helps/open-under-help'
import { isInLesson } from '../lessons/roles'
import { addProduct } from '../products/write-product'
import { checkShopQuota } from '../quotas/account-quota'
import { countAddressUsage } from '../quotas/address-quota'
import { nearHash } from '../quotas/near-hash'
import { withinShopQuota } from '../quotas/shop-quota'
import { isEstablished } from '../quotas/standing'
import { validateSettings } from '../settings/validate-settings'
import { issuedKey, issueKey } from '../shops/issue-key'
import { FIRST_KEY } from '../shops/key'
import { addOwner } from '../shops/owners'
import { createSlug } from '../shops/slug'
import { findShop, insertShop, settingsColumns } from '../shops/store'

export type OpenRequest = RouteBody<'PUT /api/shops/:shopId'>

interface Opener {
  accountId: string
  address: string
  /** The data disk has less free space than the reserve. */
  storageLow: boolean
}

interface Opened {
  slug: string
  /** Absent for a shop that waits for its owner, who gets her key when she takes it over. */
  key?: string
}

/** Fills settings that the request leaves out with the defaults of its trade. */
export function settingsFor(request: OpenRequest): ShopSettings {
  const defaults = tradeDefaults(request.trade)
  const { name, place, phone, pickupPlace } = request
  return {
    name: name ?? shopWords.defaultName(request.products[0]?.name ?? ''),
    ...(place === undefined ? {} : { place }),
    ...(phone === undefined ? {} : { phone }),
    ...(pickupPlace === undefined ? {} : { pickupPlace }),
    fulfilments: request.fulfilments ?? [...defaults.fulfilments],
    payments: request.payments ?? [...defaults.payments],
    freight: request.freight ?? { fee: 0 },
  }
}

/**
 * Opens a shop, once for each id. Call it while the account is locked. The same request of the same account returns the same result;
 * another one is `idempotency-conflict`.
 */
export async function openShop(
  deps: AppDependencies,
  tx: Query,
  shopId: string,
  { accountId, ...opener }: Opener,
  request: OpenRequest,
): Promise<Opened> {
  const requestHash = fingerprint(request)
  const known = await findShop(tx, shopId)
  if (known && known.opened_by !== accountId) throw new ApiError('not-found')
  if (known && known.request_hash !== requestHash) throw new ApiError('idempotency-conflict')
  if (known?.waiting_since) return { slug: known.slug }
  if (known) return { slug: known.slug, key: await issuedKey(deps, tx, shopId, FIRST_KEY) }
  if (opener.storageLow) throw new ApiError('storage-full', { retryAfter: 30 })
  const help =
    request.help === undefined
      ? undefined
      : await openUnderHelp(deps, tx, { shopId, accountId, helpId: request.help })
  if (!help) await checkShopQuota(deps.settings.quotas, tx, accountId)
  // a class shares an address, and its lesson has a limit of its own
  if (!(await isEstablished(tx, accountId, deps.clock())) && !(await isInLesson(tx, accountId)))
    await countAddressUsage(deps, tx, opener.address, ['shops', 1])
  const slug = await createSlug(tx, deps.random)
  const now = deps.clock()
  await insertShop(tx, {
    ...{
      ...shopRow(deps, shopId, { accountId, address: opener.address }, request),
      slug,
      request_hash: requestHash,
    },
    waiting_since: help ? now : null,
  })
  if (!help) await addOwner(tx, accountId, shopId, now)
  const key = help ? undefined : await issueKey(deps, tx, shopId, FIRST_KEY)
  await withinShopQuota(deps.settings.quotas, tx, shopId, () => addProducts(tx, shopId, request, now))
  return { slug, ...(key === undefined ? {} : { key }) }
}

function shopRow(
  deps: AppDependencies,
  shopId: string,
  { accountId, address }: Pick<Opener, 'accountId' | 'address'>,
  request: OpenRequest,
) {
  const settings = settingsFor(request)
  const errors: FieldError[] = validateSettings(settings, [])
  if (errors.length > 0) throw new ApiError('bad-input', { fields: errors })
  const look = deps.looks.createLook(request.template ?? tradeDefaults(request.trade).template)
  if (!look) throw badInput('/template', 'is not a template')
  return {
    shop_id: shopId,
    opened_near: nearHash(deps, address),
    trade: request.trade,
    version: 1,
    edit_hash: '',
    ...settingsColumns(settings),
    look: JSON.stringify(look),
    look_version: 1,
    look_edit_hash: '',
    opened_by: accountId,
    opened_at: deps.clock(),
    key_generation: FIRST_KEY,
    key_request: null,
    last_order: 0,
    practice_until: request.practice === true ? deps.clock() + PRACTICE_MS : null,
  }
}

/** Adds the first products one millisecond apart, so they are listed in the order of the request. */
async function addProducts(tx: Query, shopId: string, request: OpenRequest, now: number) {
  for (const [i, { id, ...input }] of request.products.entries()) {
    if (request.products.findIndex((other) => other.id === id) < i)
      throw badInput(`/products/${i}/id`, 'is used twice')
    const target = { shopId, id, at: `/products/${i}` }
    await addProduct(tx, target, input, { editHash: fingerprint({ version: 0, ...input }), now: now + i })
  }
}
