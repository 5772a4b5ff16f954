/** Whether the camera reads codes by itself here; elsewhere a picture of the code is chosen. */
export const scansLive: boolean = false

/** Reads the code in a picture from the album; `null` when there is none in it. */
export async function scanCode(): Promise<string | null> {
  const file = await new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.oncancel = () => resolve(null)
    input.click()
  })
  if (!file) return null
  const [{ default: decode }, pixels] = await Promise.all([import('qr/decode.js'), pixelsOf(file)])
  try {
    return decode(pixels)
  } catch {
    return null
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
