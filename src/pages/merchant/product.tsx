import { useRouter } from '@tarojs/taro'
import { ConsentSheet } from '@/features/privacy/consent-sheet'
import { ProductScreen } from '@/features/products/product-screen'

/** The form to add or change a product: `?shop=&id=`. */
export default function SellerProductPage() {
  const { shop = '', id } = useRouter().params
  return <ProductScreen shopId={shop} productId={id} ConsentSheet={ConsentSheet} />
}
