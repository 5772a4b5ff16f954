import type { PropsWithChildren, ReactNode } from 'react'
import { productListWords } from '@/locales/product/products'
import { goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Page } from '@/ui/page/page'
import { SidePane } from '@/ui/side-pane/side-pane'
import { PRODUCT_PANE_TITLE } from '../list/use-opened-product'

/** The list beside which a product's form is. */
export interface ProductBeside {
  close(): void
  /** A product was saved or removed. */
  onChanged(): void
}

/** The exits of a product’s form. */
export interface ProductExits {
  leave(): void
  /** Leaves after the product was saved or removed. */
  finish(): void
}

/** The exits of a form beside the list, or on a page of its own. */
export function productExits(shopId: string, beside: ProductBeside | undefined): ProductExits {
  const leavePage = () => goBack(urlOf('merchant', { shop: shopId, tab: 'goods' }))
  if (!beside)
    return {
      leave: leavePage,
      finish: leavePage,
    }
  return {
    leave: beside.close,
    finish: () => {
      beside.onChanged()
      beside.close()
    },
  }
}

type ProductFrameProps = PropsWithChildren<{
  title: string
  foot?: ReactNode
  beside: ProductBeside | undefined
  onBack?: (() => void) | undefined
}>

/** The page or pane around a product's form. */
export function ProductFrame({ title, foot, beside, onBack, children }: ProductFrameProps) {
  if (beside)
    return (
      <SidePane
        title={title}
        titleId={PRODUCT_PANE_TITLE}
        foot={foot}
        close={{ words: productListWords.beside.close, onPress: beside.close }}
      >
        {children}
      </SidePane>
    )
  return (
    <Page title={title} foot={foot} {...(onBack ? { onBack } : {})}>
      {children}
    </Page>
  )
}
