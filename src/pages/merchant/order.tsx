import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { ordersWords } from '@/locales/order/orders'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { isFirstPage, replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** An order, for the seller: `?shop=&order=`. Where a wide window begins with it, as after a message, it opens beside the list instead. */
export default function SellerOrderPage() {
  const { shop = '', order = '' } = useRouter().params
  const isWide = useWideWindow()
  // a window that becomes wider later keeps the page, and what was typed into it
  const [opensBeside] = useState(() => isWide && isFirstPage())
  useEffect(() => {
    if (opensBeside) replace(urlOf('merchant', { shop, tab: 'orders', order }))
  }, [opensBeside, shop, order])
  if (!opensBeside) return <SellerOrder shopId={shop} orderId={order} />
  return (
    <Page title={ordersWords.title}>
      <Skeleton />
    </Page>
  )
}
