import { useRouter } from '@tarojs/taro'
import { ConsentSheet } from '@/features/privacy/consent-sheet'
import { ProductScreen } from '@/features/products/product-screen'

/** A product to add or to change: `?shop=&id=`. */
export default function SellerProductPage() {
  const { shop = '', id } = useRouter().params
  return <ProductScreen shopId={shop} productId={id} ConsentSheet={ConsentSheet} />
}
