import { useCall } from '@/api/use-call'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/product/product'
import type { StorefrontState } from '../use-storefront'

interface ProductState {
  data?: Product
  failure?: Failure
  reload(): Promise<void>
}

/** Reads a product of a storefront: from its first products, else by a request. A product not on sale is `not-found`. */
export function useProduct({ data, failure, reload }: StorefrontState, productId: string): ProductState {
  const known = data?.products.find((product) => product.id === productId)
  const shopId = data?.shop.id
  const requested = useCall(
    'GET /api/shops/:shopId/products/:productId',
    shopId === undefined || known ? null : { params: { shopId, productId } },
    'warm',
  )
  if (known) return { data: known, reload }
  if (failure && !data) return { failure, reload }
  const notFound: Failure = { code: 'not-found', status: 404 }
  if (requested.data && !requested.data.onSale) return { failure: notFound, reload: requested.reload }
  return requested
}
