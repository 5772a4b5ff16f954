import { choosePictures } from '../media/choose-pictures'
import type { ScanResult } from './device-types'

/** Whether the camera reads codes by itself here; elsewhere a picture of the code is chosen. */
export const canScanLive: boolean = false

/** Reads the code in a picture from the album. The reader is loaded when it is wanted: `unable` where it does not come. */
export async function scanCode(): Promise<ScanResult> {
  const reader = import('qr/decode.js').catch(() => null)
  const [file] = await choosePictures('album', false)
  if (!file) return { kind: 'cancelled' }
  const loaded = await reader
  if (!loaded) return { kind: 'unable' }
  try {
    return { kind: 'read', text: loaded.default(await pixelsOf(file)) }
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
