import { useCall } from '@/api/use-call'
import { OrdersScreen } from '@/features/group-buys/owner/orders-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** One group buy for its owner: `?shop=&id=`. */
export default function GroupBuyOrdersPage() {
  const { shop = '', id = '' } = usePageParams()
  const { data } = useCall('GET /api/shops/:shopId', { params: { shopId: shop } })
  return <OrdersScreen shopId={shop} groupBuyId={id} slug={data?.shop.slug} />
}
