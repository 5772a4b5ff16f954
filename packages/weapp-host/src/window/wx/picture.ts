import { base64ToBuffer } from '../bytes'

export interface PictureInfo {
  width: number
  height: number
  type: 'jpeg' | 'png'
}

const START_OF_FRAME = [0xc0, 0xc1, 0xc2, 0xc3]

function jpegInfo(view: DataView): PictureInfo {
  let at = 2
  while (at + 9 < view.byteLength) {
    const marker = view.getUint8(at + 1)
    if (START_OF_FRAME.includes(marker))
      return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  throw new Error('image has no size')
}

/** Size and type of a JPEG or PNG, read from its header. @throws for other formats. */
export function pictureInfo(base64: string): PictureInfo {
  const view = new DataView(base64ToBuffer(base64))
  if (view.byteLength > 24 && view.getUint32(0) === 0x89504e47)
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  if (view.byteLength > 4 && view.getUint16(0) === 0xffd8) return jpegInfo(view)
  throw new Error('image format is not supported')
}
