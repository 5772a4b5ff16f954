import { choosePictures } from '../media/browser-files'
import type { ScanResult } from './device-types'

/** True if codes are scanned live with the camera; else the user takes or chooses a picture of the code. */
export const canScanLive: boolean = false

/** The readers, which are loaded when they are needed. */
const readers = {
  qrCode: async () => {
    const { default: read } = await import('qr/decode.js')
    return (pixels: ImageData) => read(pixels)
  },
  barCode: async () => {
    const { readBarCode } = await import('../media/bar-code')
    return readBarCode
  },
}

/**
 * Reads the code in a picture: a QR code, or the bar code of a parcel. `unable` if the reader cannot be loaded. `onReading`
 * is called once a picture is chosen, since some browsers do not report that none was.
 */
export async function scanCode(
  type: 'qrCode' | 'barCode' = 'qrCode',
  onReading?: () => void,
): Promise<ScanResult> {
  const loading = readers[type]().catch(() => null)
  const [file] = await choosePictures('album', false)
  if (!file) return { kind: 'cancelled' }
  onReading?.()
  const read = await loading
  if (!read) return { kind: 'unable' }
  try {
    const text = read(await pixelsOf(file))
    return text === null ? { kind: 'none' } : { kind: 'read', text }
  } catch {
    return { kind: 'none' }
  }
}

/** Longest side of a picture in which codes are looked for, in px. */
const MAX_SIDE = 1600

async function pixelsOf(file: File): Promise<ImageData> {
  const image = new Image()
  const url = URL.createObjectURL(file)
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('not a picture'))
    image.src = url
  })
  const scale = Math.min(1, MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(url)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
