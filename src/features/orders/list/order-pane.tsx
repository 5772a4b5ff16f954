import type { PropsWithChildren, ReactNode } from 'react'
import { SidePane } from '@/ui/side-pane/side-pane'

/** The element that takes the focus when another order is chosen beside the list. */
export const ORDER_PANE_TITLE = 'order-pane-title'

/** The pane of an order beside the list of orders. */
export const OrderPane = (props: PropsWithChildren<{ title: string; foot?: ReactNode }>) => (
  <SidePane titleId={ORDER_PANE_TITLE} {...props} />
)
