import { ApiError } from '../../api-error'
import { fingerprint } from '../../fingerprint'
import type { Handlers } from '../../http/call'
import type { AppBase } from '../../server-module'
import { findActingHelps } from '../helps/store'
import { withinShopQuota } from '../quotas/shop-quota'
import type { Caller } from '../sessions/caller'
import { withShopLock } from '../shops/shop-lock'
import { isVisible } from '../shops/store'
import { moveStock } from './move-stock'
import { placeProduct } from './place-product'
import { readBuyersPage } from './read-buyers-page'
import { setOnSale } from './set-on-sale'
import { findProduct, findProductRow, productsPage } from './store'
import { addProduct, changeProduct, removeProduct } from './write-product'

export function productHandlers({ deps, reader, content }: Pick<AppBase, 'deps' | 'reader' | 'content'>) {
  const { db, clock, settings } = deps
  const helps = async (accountId: string, shopId: string) =>
    (await findActingHelps(db.query, { accountId, shopId, now: clock() })).length > 0
  const seesAll = async (caller: Caller | null, shopId: string) =>
    caller !== null && (caller.ownsShop || (await helps(caller.accountId, shopId)))

  return {
    'GET /api/shops/:shopId/products': async ({
      params: { shopId },
      query: { stock, ...query },
      auth,
      reply,
    }) => {
      if (await seesAll(await auth.caller(), shopId))
        return productsPage(db.query, shopId, { ...query, onSale: false, isLow: stock === 'low' })
      // buyers do not learn the line below which the shop calls a stock low
      return readBuyersPage({ db, reader, content }, { shopId, ...query }, reply)
    },
    'GET /api/shops/:shopId/products/:productId': async ({ params: { shopId, productId }, auth }) => {
      const product = await findProduct(db.query, shopId, productId)
      const isShown = product?.onSale && (await isVisible(db.query, shopId))
      if (product && (isShown || (await seesAll(await auth.caller(), shopId)))) return product
      throw new ApiError('not-found')
    },
    'PUT /api/shops/:shopId/products/:productId': ({ params: { shopId, productId }, body }) => {
      const { version, ...input } = body
      const target = { shopId, id: productId, at: '' }
      const editHash = fingerprint(body)
      return withShopLock(db, shopId, async (tx) => {
        const current = () => findProduct(tx, shopId, productId)
        const known = version > 0 || (await findProductRow(tx, shopId, productId))
        await withinShopQuota(settings.quotas, tx, shopId, () =>
          known
            ? changeProduct(tx, target, input, { editHash, version, current, now: clock() })
            : addProduct(tx, target, input, { editHash, now: clock() }),
        )
        const product = await current()
        if (!product) throw new ApiError('internal')
        return product
      })
    },
    'PUT /api/shops/:shopId/products/:productId/place': ({
      params: { shopId, productId },
      body: { after },
    }) =>
      withShopLock(db, shopId, async (tx) => {
        await placeProduct(tx, { shopId, id: productId, after })
        return { placed: true }
      }),
    'POST /api/shops/:shopId/products/on-sale': ({ params: { shopId }, body: { productIds, onSale } }) =>
      withShopLock(db, shopId, async (tx) => ({ items: await setOnSale(tx, shopId, productIds, onSale) })),
    'DELETE /api/shops/:shopId/products/:productId': ({ params: { shopId, productId } }) =>
      withShopLock(db, shopId, async (tx) => {
        await removeProduct(tx, shopId, productId, clock())
        return { removed: true }
      }),
    'POST /api/shops/:shopId/skus/:skuId/stock': async ({ params: { shopId, skuId }, body }) => {
      const move = { shopId, skuId, ...body, now: clock() }
      return { skuId, stock: await withShopLock(db, shopId, (tx) => moveStock(tx, move)) }
    },
  } satisfies Partial<Handlers>
}
