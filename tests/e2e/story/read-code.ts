import decode from 'qr/decode.js'
import sharp from 'sharp'

/** What the code in a picture says, as a scanner would read it. */
export async function readCode(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decode({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })
}
