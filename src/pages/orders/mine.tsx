import { MyOrders } from '@/features/orders/buyer/my-orders'

export default function MyOrdersPage() {
  return <MyOrders />
}
