import type { FieldError } from '../failure'
import type { Fulfilment } from '../order/fulfilment'
import { type GroupBuy, type GroupBuyInput, MAX_GROUP_BUY_MS, MAX_OPEN_GROUP_BUYS } from './group-buy'

/** What a change is checked against: the group buy as it is, if it exists, and the ways in which its shop hands goods out. */
export interface EditFacts {
  groupBuy?: Pick<
    GroupBuy,
    'state' | 'goods' | 'points' | 'fulfilments' | 'endsAt' | 'publishedAt' | 'minimum'
  >
  fulfilments: readonly Fulfilment[]
  /** The skus of the shop. */
  skuIds: ReadonlySet<string>
  now: number
}

const duplicates = (ids: readonly string[], path: string, field: string): FieldError[] =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) < at ? [{ path: `${path}/${at}/${field}`, message: 'is there twice' }] : [],
  )

/** The errors of a draft. What a draft lacks to be published is in `publishErrors`. */
function draftErrors({ goods, points, fulfilments }: GroupBuyInput, facts: EditFacts): FieldError[] {
  const unknown = goods.flatMap(({ skuId }, at) =>
    facts.skuIds.has(skuId) ? [] : [{ path: `/goods/${at}/skuId`, message: 'is not sold by this shop' }],
  )
  const ways = fulfilments.flatMap((kind, at) =>
    facts.fulfilments.includes(kind) && kind !== 'on-site'
      ? []
      : [{ path: `/fulfilments/${at}`, message: 'is not offered by this shop' }],
  )
  const skuIds = goods.map(({ skuId }) => skuId)
  const pointIds = points.map(({ id }) => id)
  return [
    ...unknown,
    ...ways,
    ...duplicates(skuIds, '/goods', 'skuId'),
    ...duplicates(pointIds, '/points', 'id'),
  ]
}

/** What keeps a group buy from being published at `now`. */
export function publishErrors(
  { points, fulfilments, endsAt }: Pick<GroupBuyInput, 'points' | 'fulfilments' | 'endsAt'>,
  now: number,
  publishedAt = now,
): FieldError[] {
  const isTimely = endsAt > now && endsAt <= publishedAt + MAX_GROUP_BUY_MS
  return [
    ...(isTimely ? [] : [{ path: '/endsAt', message: 'is over, or later than 60 days' }]),
    ...(points.length + fulfilments.length > 0
      ? []
      : [{ path: '/points', message: 'needs a place or a way' }]),
  ]
}

/** What an open group buy may not lose or change, because somebody may have ordered it. */
function openErrors(
  next: GroupBuyInput,
  facts: EditFacts & Required<Pick<EditFacts, 'groupBuy'>>,
): FieldError[] {
  const { goods, points, fulfilments, endsAt, publishedAt, minimum } = facts.groupBuy
  const lost = goods.filter(({ skuId }) => !next.goods.some((one) => one.skuId === skuId))
  const priced = next.goods.flatMap(({ skuId, price }, at) => {
    const before = goods.find((one) => one.skuId === skuId)
    return before && price !== undefined && price !== before.price
      ? [{ path: `/goods/${at}/price`, message: 'does not change any more' }]
      : []
  })
  const isPlaceLost =
    points.some(({ id, name }) => !next.points.some((one) => one.id === id && one.name === name)) ||
    fulfilments.some((kind) => !next.fulfilments.includes(kind))
  const isMinimumChanged = JSON.stringify(next.minimum ?? null) !== JSON.stringify(minimum ?? null)
  return [
    ...(lost.length > 0 ? [{ path: '/goods', message: 'may only be added' }] : []),
    ...priced,
    ...(isPlaceLost ? [{ path: '/points', message: 'may only be added' }] : []),
    ...(next.endsAt < endsAt ? [{ path: '/endsAt', message: 'may only be later' }] : []),
    ...(isMinimumChanged ? [{ path: '/minimum', message: 'does not change any more' }] : []),
    ...publishErrors(next, facts.now, publishedAt),
  ]
}

/** The errors of what an owner saves; empty when it may be written. */
export function editErrors(next: GroupBuyInput, facts: EditFacts): FieldError[] {
  const { groupBuy } = facts
  const errors = draftErrors(next, facts)
  return groupBuy && groupBuy.state !== 'draft'
    ? [...errors, ...openErrors(next, { ...facts, groupBuy })]
    : errors
}

/** True when a shop has as many open group buys as it may have. */
export const isOpenLimitReached = (open: number): boolean => open >= MAX_OPEN_GROUP_BUYS
