import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { choosePicture } from './choose-file'
import { keptBlobs } from './kept-blobs'
import { type LocalPhotos, PhotoFault } from './local-photo'

const { keep, ...files } = keptBlobs('photo', { type: 'image/jpeg', name: 'photo.jpg' })

function loadPicture(file: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new PhotoFault('unreadable'))
    image.src = URL.createObjectURL(file)
  })
}

const toJpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new PhotoFault('unreadable'))),
      'image/jpeg',
      quality,
    ),
  )

/** Drawn anew, so neither place nor phone model stays inside; smaller and coarser until it fits. */
async function shrink(file: Blob): Promise<Blob> {
  const image = await loadPicture(file)
  try {
    let smallest: Blob | null = null
    for (const [edge, quality] of [
      [1200, 0.82],
      [1200, 0.7],
      [1000, 0.65],
      [800, 0.6],
      [640, 0.5],
    ] as const) {
      const scale = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight))
      const canvas = document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
      canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
      smallest = await toJpeg(canvas, quality)
      if (smallest.size <= PHONE_PHOTO_BYTES) return smallest
    }
    if (!smallest) throw new PhotoFault('unreadable')
    return smallest
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

export const localPhotos: LocalPhotos = {
  ...files,
  async pick(id, from, chosen) {
    const file = await choosePicture(from)
    if (!file) return false
    chosen?.()
    const small = await shrink(file)
    await keep(id, small).catch(() => {
      throw new PhotoFault('full')
    })
    return true
  },
}
