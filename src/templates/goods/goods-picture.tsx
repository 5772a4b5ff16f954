import type { PhotoWidth } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { Picture, type PictureProps } from '@/ui/picture/picture'
import type { SectionContext } from '../section'

interface GoodsPictureProps extends Pick<PictureProps, 'ratio' | 'rounded' | 'lazy' | 'fits'> {
  product: Product
  trade: Trade
  context: SectionContext
  width: PhotoWidth
  /** Empty by default: the name stands beside the picture. */
  alt?: string
}

/** The first photo of a product, or a drawing of such goods. */
export function GoodsPicture({ product, trade, context, width, alt = '', ...form }: GoodsPictureProps) {
  const [photo] = product.photos
  const src = photo && context.photoUrl(photo, width)
  return <Picture src={src} art={trade} goods={product.name} alt={alt} {...form} />
}
