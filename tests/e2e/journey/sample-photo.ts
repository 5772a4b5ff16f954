import sharp from 'sharp'
import { artSvg } from '@/ui/art/art'

/** Creates a phone photo: 12 megapixels, EXIF orientation, and GPS data that must not be published. */
export const takePhoto = (): Promise<Buffer> =>
  sharp(Buffer.from(artSvg('nuts')), { density: 300 })
    .resize(4000, 3000, { fit: 'cover' })
    .withExif({
      IFD0: { Model: 'sample phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 44/1 0/1' },
    })
    .jpeg({ quality: 90 })
    .toBuffer()
