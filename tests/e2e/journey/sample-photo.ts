import sharp from 'sharp'
import { artSvg } from '@/ui/art/art'

/** Encoded once, because it takes a second of a core. */
let photo: Promise<Buffer> | undefined

const encodePhoto = (): Promise<Buffer> =>
  sharp(Buffer.from(artSvg('nuts')), { density: 300 })
    .resize(4000, 3000, { fit: 'cover' })
    .withExif({
      IFD0: { Model: 'sample phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 44/1 0/1' },
    })
    .jpeg({ quality: 90 })
    .toBuffer()

/** Returns a photo that was taken in the dark. */
export const takeDarkPhoto = (): Promise<Buffer> =>
  sharp(Buffer.from(artSvg('nuts')), { density: 150 })
    .resize(1600, 1200, { fit: 'cover' })
    .linear(0.15, 0)
    .jpeg({ quality: 80 })
    .toBuffer()

/** Returns a phone photo: 12 megapixels, EXIF orientation, and GPS data that must not be published. */
export function takePhoto(): Promise<Buffer> {
  photo ??= encodePhoto()
  return photo
}
