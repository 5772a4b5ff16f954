import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { focusElement } from '@/platform/a11y/focus'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { go } from '@/platform/navigation/navigate'
import { scrollIntoNearest } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { ORDER_PANE_TITLE } from './order-pane'

/** The element id of an order's row in the list. */
export const rowId = (orderId: Id): string => `order-row-${orderId}`

interface Opening {
  /** The order that a link or a to-do opened. */
  orderId: Id | undefined
  /** Grows with each opening of the list. */
  opened: number
}

/** The order that is looked at beside the list; in a narrow window an order opens on its own page. */
export function useOpenedOrder(shopId: Id, { orderId, opened }: Opening) {
  const isWide = useWideWindow()
  const [chosen, setChosen] = useState({ id: orderId, opened })
  const openedId = chosen.opened === opened ? chosen.id : (orderId ?? chosen.id)
  useEffect(() => {
    if (openedId === undefined) return
    scrollIntoNearest(rowId(openedId))
    focusElement(ORDER_PANE_TITLE)
  }, [openedId])
  const open = (id: Id) =>
    isWide ? setChosen({ id, opened }) : go(urlOf('merchantOrder', { shop: shopId, order: id }))
  return { openedId: isWide ? openedId : undefined, open }
}
