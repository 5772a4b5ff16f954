import { useRouter } from '@tarojs/taro'
import { BuyerOrder } from '@/features/orders/buyer-order'

/** A buyer's order: `?shop=&order=`. */
export default function OrderPage() {
  const { shop = '', order = '' } = useRouter().params
  return <BuyerOrder shopId={shop} orderId={order} />
}
