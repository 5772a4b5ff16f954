import type { HelpPurpose } from '@/domain/shop/help'
import { type HelpAction, isCovered } from '@/domain/shop/help'
import type { ManagedShop } from '@/domain/shop/shop'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { mustFindShop, toManagedShop } from '../shops/store'
import { settingChanges } from './settings-changes'
import { type ActingHelp, addStep, findActingHelps, finishStep, removeStep } from './store'

/** A write of a helper: its parts tell it from others, and what it is about. */
export interface HelpedWrite {
  action: HelpAction
  accountId: string
  params: { shopId: string; productId?: string; skuId?: string }
  body: unknown
}

async function requireCoveringHelp(
  tx: Query,
  { action, accountId, params: { shopId } }: HelpedWrite,
  now: number,
): Promise<ActingHelp> {
  const helps = await findActingHelps(tx, { accountId, shopId, now })
  if (helps.length === 0) throw new ApiError('not-found')
  const help = helps.find(({ purposes }) => isCovered(readJson<HelpPurpose[]>(purposes), action))
  if (!help) throw new ApiError('not-allowed-now')
  return help
}

/** The name of the product that a write is about, as it was or, for a new one, as the request has it. */
async function productName(tx: Query, { params, body }: HelpedWrite): Promise<string | undefined> {
  const { shopId, productId, skuId } = params
  if (productId === undefined && skuId === undefined) return undefined
  let select = tx.selectFrom('product').select('name').where('product.shop_id', '=', shopId)
  select =
    productId === undefined
      ? select.where('product.id', 'in', (db) =>
          db
            .selectFrom('sku')
            .select('product_id')
            .where('shop_id', '=', shopId)
            .where('id', '=', skuId ?? ''),
        )
      : select.where('product.id', '=', productId)
  const typed = body !== null && typeof body === 'object' ? Reflect.get(body, 'name') : undefined
  return (await select.executeTakeFirst())?.name ?? (typeof typed === 'string' ? typed : undefined)
}

/** The changes of settings that a reply answers; `undefined` for the reply to a repeated request. */
const changesOf = (before: ManagedShop, saved: ManagedShop, now: number): string | undefined =>
  saved.version === before.version + 1
    ? settingChanges(before, saved, now)
        .map(({ text }) => text)
        .join('；') || undefined
    : undefined

/**
 * Runs a write of a helper and enters it in the log of the shop. The entry is written before and marked as done afterwards, so that no
 * change is without one; it is deleted again when the write is refused.
 * @throws ApiError `not-found` when the help is over, `not-allowed-now` for what the owner has not agreed to.
 */
export async function stampHelp<T>(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  write: HelpedWrite,
  work: () => Promise<T>,
): Promise<T> {
  const { action, params } = write
  const { path, before } = await db.withTx(async (tx) => {
    const at = clock()
    const help = await requireCoveringHelp(tx, write, at)
    const { accountId, body } = write
    const about = await productName(tx, write)
    const step = { help, action, accountId, about, request: { params, body }, at, isDone: false }
    const shop = action === 'save-settings' ? toManagedShop(await mustFindShop(tx, params.shopId)) : undefined
    return { path: await addStep(tx, step), before: shop }
  })
  try {
    const result = await work()
    const about = before && changesOf(before, result as ManagedShop, clock())
    await db.withTx((tx) => finishStep(tx, path, about))
    return result
  } catch (error) {
    if (error instanceof ApiError) await db.withTx((tx) => removeStep(tx, path))
    throw error
  }
}
