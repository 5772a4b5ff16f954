import { MyOrders } from '@/features/orders/my-orders'

export default function MyOrdersPage() {
  return <MyOrders />
}
