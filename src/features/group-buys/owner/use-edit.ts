import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { type CallState, useCall } from '@/api/use-call'
import { usePages } from '@/api/use-pages'
import type { Failure } from '@/domain/failure'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { type GroupBuyDraft, newDraft, toDraft, toInput, useGroupBuyDrafts } from './edit-draft'

interface EditKey {
  shopId: Id
  groupBuyId: Id
  /** The group buy that is copied into a new one. */
  copyOf: Id | undefined
}

/** The shop's products on sale. */
function useGoods(shopId: Id): { items?: Product[]; failure?: Failure; reload(): Promise<void> } {
  const { items, ...state } = usePages<Product>(`group-buy goods ${shopId}`, (cursor) =>
    call('GET /api/shops/:shopId/products', {
      params: { shopId },
      query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    }),
  )
  return { ...state, ...(items ? { items: items.filter(({ onSale }) => onSale) } : {}) }
}

/** The group buy that is stored, or copied; a new one is `not-found`, which is no failure here. */
const useStored = (shopId: Id, groupBuyId: Id): CallState<'GET /api/shops/:shopId/group-buys/:groupBuyId'> =>
  useCall('GET /api/shops/:shopId/group-buys/:groupBuyId', { params: { shopId, groupBuyId } })

/** A group buy that is being written: its persisted draft, and saving and publishing it. */
export function useEdit({ shopId, groupBuyId, copyOf }: EditKey, onSaved: (groupBuy: GroupBuy) => void) {
  const draft = useGroupBuyDrafts(({ drafts }) => drafts[groupBuyId])
  const { save, remove } = useGroupBuyDrafts.getState()
  const shop = useCall('GET /api/shops/:shopId', { params: { shopId } })
  const goods = useGoods(shopId)
  const stored = useStored(shopId, copyOf ?? groupBuyId)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [hasConflict, setConflict] = useState(false)
  /** The id of the step that publishes, which a retry repeats. */
  const publishId = useRef(newId())

  const isNew = stored.failure?.code === 'not-found'
  const known = stored.data?.groupBuy
  const managed = shop.data?.shop
  useEffect(() => {
    if (draft || !managed || !(known || isNew)) return
    const { pickupPoints, pickupPlace } = managed
    const points = pickupPoints ?? (pickupPlace ? [{ id: newId(), name: pickupPlace }] : [])
    save(
      groupBuyId,
      known ? toDraft(known, serverNow(), copyOf !== undefined) : newDraft(points, serverNow()),
    )
  }, [draft, managed, known, isNew, groupBuyId, copyOf, save])

  /** Stores the draft on the server; `undefined` when it was refused. */
  async function store(current: GroupBuyDraft): Promise<GroupBuy | undefined> {
    const params = { shopId, groupBuyId }
    const result = await call('PUT /api/shops/:shopId/group-buys/:groupBuyId', {
      params,
      body: toInput(current),
    })
    if (result.ok) {
      save(groupBuyId, { ...current, version: result.data.version })
      return result.data
    }
    const { code, current: latest } = result.failure
    setConflict(code === 'version-conflict')
    if (code === 'version-conflict') save(groupBuyId, toDraft(latest as GroupBuy, serverNow()))
    else setFailure(result.failure)
    return undefined
  }

  async function run(publishes: boolean): Promise<void> {
    if (!draft || busy) return
    setBusy(true)
    setFailure(undefined)
    setConflict(false)
    const groupBuy = await store(draft)
    const step =
      groupBuy && publishes
        ? await call('POST /api/shops/:shopId/group-buys/:groupBuyId/steps', {
            params: { shopId, groupBuyId },
            body: { id: publishId.current, action: 'publish' },
          })
        : undefined
    setBusy(false)
    if (step && !step.ok) {
      publishId.current = newId()
      setFailure(step.failure)
    } else if (groupBuy) {
      remove(groupBuyId)
      onSaved(step?.data ?? groupBuy)
    }
  }

  return {
    ...{ draft, shop, goods, busy, failure, hasConflict },
    /** What the server has; absent for a new group buy. */
    groupBuy: copyOf === undefined ? known : undefined,
    loadFailure: shop.failure ?? goods.failure ?? (isNew ? undefined : stored.failure),
    change: (part: Partial<GroupBuyDraft>) => draft && save(groupBuyId, { ...draft, ...part }),
    reload: () => void Promise.all([shop.reload(), goods.reload(), stored.reload()]),
    save: () => void run(false),
    publish: () => void run(true),
  }
}
