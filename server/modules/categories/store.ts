import type { RouteReply } from '@/contract/routes'
import { orderCategories } from '@/domain/product/categories'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { type CategoryRename, renameCategoryInLooks } from '../looks/rename-category'
import { productSearchText } from '../products/product-search'
import { mustFindShop, toShop } from '../shops/store'

type Category = RouteReply<'GET /api/shops/:shopId/categories'>['categories'][number]

/** The categories of a shop's products in the seller's order; without one, in that of the products. */
export async function readCategories(db: Query, shopId: string): Promise<Category[]> {
  const { categories: order } = toShop(await mustFindShop(db, shopId))
  const rows = await db
    .selectFrom('product')
    .select((eb) => ['category', eb.fn.countAll().as('count'), eb.fn.min('position').as('first')])
    .where('shop_id', '=', shopId)
    .where('category', 'is not', null)
    .groupBy('category')
    .orderBy('first')
    .orderBy('category')
    .execute()
  const counts = new Map(rows.map(({ category, count }) => [category ?? '', Number(count)]))
  return orderCategories([...counts.keys()], order).map((name) => ({ name, products: counts.get(name) ?? 0 }))
}

async function saveOrder(tx: Query, shopId: string, names: readonly string[]): Promise<void> {
  await tx
    .updateTable('shop')
    .set({ categories: JSON.stringify(names) })
    .where('shop_id', '=', shopId)
    .execute()
}

/**
 * Puts a category behind another one, or to the top. Doing it again changes nothing.
 * @throws ApiError `not-found` when no product is in one of the two.
 */
export async function placeCategory(
  tx: Query,
  shopId: string,
  { name, after }: { name: string; after?: string },
): Promise<void> {
  if (after === name) throw badInput('/after', 'is the category itself')
  const names = (await readCategories(tx, shopId)).map((category) => category.name)
  if (!names.includes(name) || (after !== undefined && !names.includes(after)))
    throw new ApiError('not-found')
  const others = names.filter((other) => other !== name)
  const at = after === undefined ? 0 : others.indexOf(after) + 1
  await saveOrder(tx, shopId, [...others.slice(0, at), name, ...others.slice(at)])
}

/**
 * Renames a category in all its products, whose versions increase (open forms get a conflict), and in the sections that show its
 * products. A name that another category has joins the two. Doing it again changes nothing.
 */
export async function renameCategory(tx: Query, shopId: string, { from, to }: CategoryRename): Promise<void> {
  if (from === to) return
  await renameCategoryInLooks(tx, shopId, { from, to })
  const products = await tx
    .selectFrom('product')
    .select(['id', 'name'])
    .where('shop_id', '=', shopId)
    .where('category', '=', from)
    .execute()
  for (const { id, name } of products)
    await tx
      .updateTable('product')
      .set((eb) => ({
        category: to,
        search: productSearchText({ name, category: to }),
        edit_hash: '',
        version: eb('version', '+', 1),
      }))
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .execute()
  const { categories: order } = toShop(await mustFindShop(tx, shopId))
  if (order?.includes(from))
    await saveOrder(tx, shopId, [...new Set(order.map((name) => (name === from ? to : name)))])
}
