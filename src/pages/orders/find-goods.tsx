import { FindGoodsPage } from '@/features/storefront/find-goods/find-goods-page'
import { useSlug } from '@/features/storefront/use-slug'
import { useStorefront } from '@/features/storefront/use-storefront'

/** Looking for goods of a long shop: `slug`. It is in the buyers' package, as few of them need it. */
export default function FindGoodsEntry() {
  return <FindGoodsPage state={useStorefront(useSlug())} />
}
