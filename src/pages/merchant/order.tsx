import { useRouter } from '@tarojs/taro'
import { SellerOrder } from '@/features/orders/seller-order'

/** An order, for the seller: `?shop=&order=`. */
export default function SellerOrderPage() {
  const { shop = '', order = '' } = useRouter().params
  return <SellerOrder shopId={shop} orderId={order} />
}
