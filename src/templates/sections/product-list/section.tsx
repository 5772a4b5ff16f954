import { GoodsBlock } from '../../goods/goods-block'
import { GoodsRow } from '../../goods/goods-row'
import type { SectionProps } from '../../section'
import type { ProductListSettings } from './settings'
import './section.scss'

/** The estimated height of a row on a phone, in px. */
const about = { small: 110, large: 145 }

/** Products below one another; in two columns in a wide window. */
export function ProductList(section: SectionProps<ProductListSettings>) {
  const { settings, shop, context, closed } = section
  const { picture } = settings
  const goods = { trade: shop.trade, context, closed, picture }
  return (
    <GoodsBlock section={section} name="product-list" form={picture} about={about[picture]}>
      {(product, place) => <GoodsRow key={product.id} product={product} {...place} {...goods} />}
    </GoodsBlock>
  )
}
