import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { keptBlobs } from './kept-blobs'
import { type LocalPhotos, UnreadablePhoto } from './local-photo'

const { keep, ...files } = keptBlobs('photo', { type: 'image/jpeg', name: 'photo.jpg' })

/** A file input, opened by the tap it is called in; resolves with nothing when people change their mind. */
function chooseFile(from: 'camera' | 'album'): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    if (from === 'camera') input.setAttribute('capture', 'environment')
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.oncancel = () => resolve(null)
    input.click()
  })
}

function loadPicture(file: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new UnreadablePhoto('not a picture'))
    image.src = URL.createObjectURL(file)
  })
}

const toJpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new UnreadablePhoto('cannot encode'))),
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
    if (!smallest) throw new UnreadablePhoto('cannot encode')
    return smallest
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

export const localPhotos: LocalPhotos = {
  ...files,
  async pick(id, from) {
    const file = await chooseFile(from)
    if (!file) return false
    await keep(id, await shrink(file))
    return true
  },
}
