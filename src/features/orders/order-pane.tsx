import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria, heading } from '@/platform/a11y/aria'
import './order-pane.scss'

/** The element that takes the focus when another order is chosen. */
export const ORDER_PANE_TITLE = 'order-pane-title'

type OrderPaneProps = PropsWithChildren<{ title: string; foot?: ReactNode }>

/** An order beside the list: its number, its details, and the next step at the foot. */
export function OrderPane({ title, foot, children }: OrderPaneProps) {
  return (
    <View className="order-pane">
      <Text className="order-pane__title" {...heading(2)} {...aria({ id: ORDER_PANE_TITLE })}>
        {title}
      </Text>
      <View className="order-pane__content">{children}</View>
      {foot && <View className="order-pane__foot">{foot}</View>}
    </View>
  )
}
