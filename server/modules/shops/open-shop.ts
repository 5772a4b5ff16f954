import type { RouteBody } from '@/contract/routes'
import type { FieldFault } from '@/domain/failure'
import type { ShopSettings } from '@/domain/shop'
import { tradeDefaults } from '@/domain/trade'
import { shopWords } from '@/locales/zh-CN/shop'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { addProduct } from '../products/write-product'
import { refuseOneMoreShop } from '../quotas/account-quota'
import { takeFromAddress } from '../quotas/address-day'
import { lockAccount } from '../quotas/lock-account'
import { withinShopQuota } from '../quotas/shop-quota'
import { issuedKey, issueKey } from './issue-key'
import { FIRST_KEY } from './key'
import { addOwner } from './owners'
import { settingsFaults } from './settings-faults'
import { newSlug } from './slug'
import { findShop, insertShop, settingsColumns } from './store'

export type OpenRequest = RouteBody<'PUT /api/shops/:shopId'>

/** Who opens a shop, and from where. */
interface Opener {
  accountId: string
  address: string
  /** The data disk has less free space than the reserve. */
  storageLow: boolean
}

interface Opened {
  slug: string
  key: string
}

/** What the request leaves open is chosen by its trade. */
function settingsFor(request: OpenRequest): ShopSettings {
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

/** Opens a shop, once per id: the same request of the same account again answers the same; another one is `different`. */
export async function openShop(
  deps: AppDependencies,
  tx: Query,
  shopId: string,
  { accountId, ...opener }: Opener,
  request: OpenRequest,
): Promise<Opened> {
  const requestHash = fingerprint(request)
  await lockAccount(tx, accountId)
  const known = await findShop(tx, shopId)
  if (known && known.opened_by !== accountId) throw new ApiError('not-found')
  if (known && known.request_hash !== requestHash) throw new ApiError('idempotency-conflict')
  if (known) return { slug: known.slug, key: await issuedKey(deps, tx, shopId, FIRST_KEY) }
  if (opener.storageLow) throw new ApiError('storage-full', { retryAfter: 30 })
  await refuseOneMoreShop(deps.settings.quotas, tx, accountId)
  await takeFromAddress(deps, tx, opener.address, { shops: 1, bytes: 0 })
  const slug = await newSlug(tx, deps.random)
  await insertShop(tx, { ...shopRow(deps, shopId, accountId, request), slug, request_hash: requestHash })
  await addOwner(tx, accountId, shopId, deps.clock())
  const key = await issueKey(deps, tx, shopId, FIRST_KEY)
  await withinShopQuota(deps.settings.quotas, tx, shopId, () =>
    addProducts(tx, shopId, request, deps.clock()),
  )
  return { slug, key }
}

function shopRow(deps: AppDependencies, shopId: string, accountId: string, request: OpenRequest) {
  const settings = settingsFor(request)
  const faults: FieldFault[] = settingsFaults(settings, deps.online)
  if (faults.length > 0) throw new ApiError('bad-input', { fields: faults })
  const look = deps.looks.lookOf(request.template ?? tradeDefaults(request.trade).template)
  if (!look) throw badInput('/template', 'is not a template')
  return {
    shop_id: shopId,
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
  }
}

/** The first products, one millisecond apart, so that the order they were sent in is the order they are shown in. */
async function addProducts(tx: Query, shopId: string, request: OpenRequest, now: number) {
  for (const [i, { id, ...draft }] of request.products.entries()) {
    if (request.products.findIndex((other) => other.id === id) < i)
      throw badInput(`/products/${i}/id`, 'is used twice')
    const target = { shopId, id, at: `/products/${i}` }
    await addProduct(tx, target, draft, { editHash: fingerprint({ version: 0, ...draft }), now: now + i })
  }
}
