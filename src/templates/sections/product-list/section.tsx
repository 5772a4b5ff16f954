import { GoodsBlock } from '../../goods/goods-block'
import { GoodsRow } from '../../goods/goods-row'
import type { SectionProps } from '../../section'
import type { ProductListSettings } from './settings'
import './section.scss'

/** A row on a phone. */
const about = { small: 110, large: 145 }

/** Products one under another; two columns of them where there is room. */
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
