import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { productFormWords } from '@/locales/product/products'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ProductEditor } from './product-editor'
import { type ProductBeside, ProductFrame } from './product-frame'

interface ProductScreenProps {
  shopId: Id
  /** Absent for a new product. */
  productId: Id | undefined
  /** The product that a new one starts as a copy of. */
  likeId: Id | undefined
  /** The list beside which the form is; absent on a page of its own. */
  beside?: ProductBeside
}

/** Loads the shop and the product for the editor, and shows an error if that fails. */
export function ProductScreen(props: ProductScreenProps) {
  const { shopId, productId, likeId, beside } = props
  const shop = useCall<'GET /api/shops/:shopId'>('GET /api/shops/:shopId', { params: { shopId } })
  const loadedId = productId ?? likeId
  const product = useCall(
    'GET /api/shops/:shopId/products/:productId',
    loadedId === undefined ? null : { params: { shopId, productId: loadedId } },
    'signed-in',
  )
  if (shop.data && (loadedId === undefined || product.data))
    return (
      <ProductEditor
        shop={shop.data.shop}
        product={productId === undefined ? undefined : product.data}
        like={productId === undefined ? product.data : undefined}
        onTheirs={product.set}
        beside={beside}
      />
    )
  const failure = shop.failure ?? product.failure
  const retry = () => void Promise.all([shop.reload(), product.reload()])
  return (
    <ProductFrame
      title={productId === undefined ? productFormWords.titleNew : productFormWords.title}
      beside={beside}
    >
      {!failure && <Skeleton />}
      {failure && failure.code !== 'not-found' && <FailureNotice failure={failure} onRetry={retry} />}
      {failure?.code === 'not-found' && (
        <Notice icon="goods" title={productFormWords.goneTitle} text={productFormWords.goneText}>
          {!beside && (
            <Button onPress={() => restart(urlOf('merchant', { shop: shopId, tab: 'goods' }))}>
              {productFormWords.toGoods}
            </Button>
          )}
        </Notice>
      )}
    </ProductFrame>
  )
}
