import BinaryBitmap from '@zxing/library/esm/core/BinaryBitmap'
import HybridBinarizer from '@zxing/library/esm/core/common/HybridBinarizer'
import QRCodeReader from '@zxing/library/esm/core/qrcode/QRCodeReader'
import RGBLuminanceSource from '@zxing/library/esm/core/RGBLuminanceSource'
import sharp from 'sharp'

/** Sides in px and angles at which a picture is read. The reader misses some codes at one of them that it reads at another, as phones do. */
const VIEWS = [528, 400, 640].flatMap((side) => [0, 4, -7].map((angle) => ({ side, angle })))

async function readAt(picture: Buffer, { side, angle }: (typeof VIEWS)[number]): Promise<string> {
  const { data, info } = await sharp(picture)
    .resize(side)
    .flatten({ background: '#ffffff' })
    .rotate(angle, { background: '#ffffff' })
    .extend({ ...{ top: 32, right: 32, bottom: 32, left: 32 }, background: '#ffffff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const source = new RGBLuminanceSource(new Uint8ClampedArray(data), info.width, info.height)
  return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText()
}

/** Reads the QR code in a picture by another library than the one that draws codes. @throws when there is none. */
export async function readQr(picture: Buffer): Promise<string> {
  for (const view of VIEWS) {
    const text = await readAt(picture, view).catch(() => undefined)
    if (text !== undefined) return text
  }
  throw new Error('the picture has no QR code')
}
