import { useRouter } from '@tarojs/taro'
import { ProductScreen } from '@/features/products/form/product-screen'

/** The form to change a product, `?shop=&id=`, or to add one, `?shop=`, perhaps like another one, `?shop=&like=`. */
export default function SellerProductPage() {
  const { shop = '', id, like } = useRouter().params
  return <ProductScreen shopId={shop} productId={id} likeId={like} />
}
