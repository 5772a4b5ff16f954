import { choosePictures } from '../media/browser-files'
import type { ScanResult } from './device-types'

/** True if codes are scanned live with the camera; else the user chooses a picture of the code. */
export const canScanLive: boolean = false

/** Reads the QR code in a picture from the album. The reader is loaded lazily; `unable` if loading fails, and for bar codes. */
export async function scanCode(type: 'qrCode' | 'barCode' = 'qrCode'): Promise<ScanResult> {
  if (type === 'barCode') return { kind: 'unable' }
  const loading = import('qr/decode.js').catch(() => null)
  const [file] = await choosePictures('album', false)
  if (!file) return { kind: 'cancelled' }
  const reader = await loading
  if (!reader) return { kind: 'unable' }
  try {
    return { kind: 'read', text: reader.default(await pixelsOf(file)) }
  } catch {
    return { kind: 'none' }
  }
}

async function pixelsOf(file: File): Promise<ImageData> {
  const image = new Image()
  const url = URL.createObjectURL(file)
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('not a picture'))
    image.src = url
  })
  const scale = Math.min(1, 1600 / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(url)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
