import decode from 'qr/decode.js'
import sharp from 'sharp'

/** Decodes the QR code in a picture. */
export async function readQrCode(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decode({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })
}
