import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { focusElement } from '@/platform/a11y/focus'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'

/** The element that takes the focus when another product is opened beside the list. */
export const PRODUCT_PANE_TITLE = 'product-pane-title'

/** The element id of a product's link in the list. */
export const productLinkId = (productId: Id): string => `product-link-${productId}`

/** A product whose form is opened: a saved one, or a new one, which may start as a copy of another. */
export interface OpenedProduct {
  id?: Id
  like?: Id
}

/** The product whose form is beside the list; in a narrow window, or without `isBeside`, a form opens on its own page. */
export function useOpenedProduct(shopId: Id, isBeside: boolean) {
  const hasPane = useWideWindow() && isBeside
  const [opened, setOpened] = useState<OpenedProduct>()
  useEffect(() => {
    if (opened) focusElement(PRODUCT_PANE_TITLE)
  }, [opened])
  const open = (next: OpenedProduct) => {
    if (hasPane) setOpened(next)
    else go(urlOf('merchantProduct', { shop: shopId, ...next }))
  }
  const close = () => {
    setOpened(undefined)
    if (opened?.id !== undefined) focusElement(productLinkId(opened.id))
  }
  return { opened: hasPane ? opened : undefined, open, close }
}
