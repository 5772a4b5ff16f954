import { Type } from '@sinclair/typebox'
import { productTexts } from '@/domain/product/product-texts'
import type { Route } from '../route'
import { CheckedWords, Exact, ShopParams } from '../shapes'

export const CategoryName = CheckedWords('product-category', 1, productTexts.category)

const CategoriesShape = Exact({
  categories: Type.Array(Exact({ name: CategoryName, products: Type.Integer({ minimum: 0 }) })),
})

export const categoryRoutes = {
  'GET /api/shops/:shopId/categories': {
    summary: 'The categories of a shop in its order, each with the number of its products.',
    access: 'manager',
    params: ShopParams,
    reply: CategoriesShape,
  },
  'POST /api/shops/:shopId/categories/renames': {
    summary:
      'Rename a category in all its products; a name that another category has joins the two. Doing it again is fine.',
    access: 'manager',
    help: 'save-product',
    params: ShopParams,
    body: Exact({ from: CategoryName, to: CategoryName }),
    reply: CategoriesShape,
  },
  'POST /api/shops/:shopId/categories/places': {
    summary: 'Put a category behind another one, or to the top without `after`. Doing it again is fine.',
    access: 'manager',
    help: 'save-product',
    params: ShopParams,
    body: Exact({ name: CategoryName, after: Type.Optional(CategoryName) }),
    reply: CategoriesShape,
  },
} as const satisfies Record<string, Route>
