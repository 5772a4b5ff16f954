import { type Photo, photoPath } from '@/domain/photo'
import type { Trade } from '@/domain/shop/trade'
import { assetUrl } from '@/platform/media/assets'
import { Picture } from '@/ui/picture/picture'

interface LinePictureProps {
  line: { name: string; photo?: Pick<Photo, 'hash'> }
  /** The trade whose drawing replaces a missing photo. */
  trade: Trade
}

/** The photo of a line of a cart or an order, 375 px wide, or a drawing of its goods; decorative, because the row shows the name. */
export function LinePicture({ line: { name, photo }, trade }: LinePictureProps) {
  return (
    <Picture
      src={photo && assetUrl(photoPath(photo.hash, 375))}
      art={trade}
      goods={name}
      alt=""
      ratio={1}
      rounded
    />
  )
}
