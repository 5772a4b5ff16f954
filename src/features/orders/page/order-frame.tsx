import { View } from '@tarojs/components'
import type { ComponentType, PropsWithChildren, ReactNode } from 'react'
import type { CallState } from '@/api/use-call'
import { ordersWords } from '@/locales/order/orders'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import type { OrderView } from './order-view'
import './order-frame.scss'

/** The surroundings of an order: a page, or a pane beside the list of orders. */
type Frame = ComponentType<PropsWithChildren<{ title: string; foot?: ReactNode }>>

interface OrderFrameProps {
  read: CallState<'GET /api/shops/:shopId/orders/:orderId'>
  notFoundText: string
  /** The order's number if absent. */
  title?: string
  foot?: (view: OrderView) => ReactNode
  /** A page if absent. */
  frame?: Frame | undefined
  children(view: OrderView): ReactNode
}

/** The page or pane around one order: loading, not found or failed. A failed reload keeps the order that was loaded. */
export function OrderFrame(props: OrderFrameProps) {
  const { read, notFoundText, foot, frame: Frame = Page, children } = props
  const { data, failure, reload } = read
  const title = props.title ?? (data ? ordersWords.number(data.order.number) : ordersWords.title)
  return (
    <Frame title={title} foot={data && foot?.(data)}>
      {data && (
        <View className="order-frame">
          {failure && <StaleNotice>{ordersWords.stale}</StaleNotice>}
          {children(data)}
        </View>
      )}
      {!data && !failure && <Skeleton />}
      {!data && failure?.code === 'not-found' && (
        <Notice icon="order" title={ordersWords.goneTitle} text={notFoundText}>
          <Button onPress={() => restart(urlOf('home'))}>{ordersWords.toHome}</Button>
        </Notice>
      )}
      {!data && failure && failure.code !== 'not-found' && (
        <FailureNotice failure={failure} onRetry={() => void reload()} />
      )}
    </Frame>
  )
}
