import { useCall } from '@/api/use-call'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/sku'
import type { StorefrontState } from '../use-storefront'

interface ProductState {
  data?: Product
  failure?: Failure
  reload(): Promise<void>
}

/** One product of a storefront: among those at hand, else asked for by itself. Not on sale is not found. */
export function useProduct({ data, failure, reload }: StorefrontState, productId: string): ProductState {
  const known = data?.products.find((product) => product.id === productId)
  const shopId = data?.shop.id
  const other = useCall(
    'GET /api/shops/:shopId/products/:productId',
    shopId === undefined || known ? null : { params: { shopId, productId } },
    'warm',
  )
  if (known) return { data: known, reload }
  if (failure && !data) return { failure, reload }
  const gone: Failure = { code: 'not-found', status: 404 }
  if (other.data && !other.data.onSale) return { failure: gone, reload: other.reload }
  return other
}
