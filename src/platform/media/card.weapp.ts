import Taro from '@tarojs/taro'
import type { CardCanvas, Drawable, Pen } from './media-types'

interface OffscreenImage {
  width: number
  height: number
  src: string
  onload: () => void
  onerror: () => void
}

/** Creates an off-screen canvas of this size in px. */
export async function openCard(width: number, height: number): Promise<CardCanvas> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  const pen = (canvas as unknown as { getContext(kind: '2d'): Pen }).getContext('2d')
  return {
    pen,
    load: (src) =>
      new Promise<Drawable>((resolve, reject) => {
        const image = (canvas as unknown as { createImage(): OffscreenImage }).createImage()
        image.onload = () => resolve({ width: image.width, height: image.height, image })
        image.onerror = () => reject(new Error('picture did not load'))
        image.src = src
      }),
    finish: async () => {
      const file = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' })
      return file.tempFilePath
    },
  }
}

/** True if cards can be saved; WeChat asks for the permission. */
export const canSaveCards = (): boolean => true

/** Saves a finished card to the album; `false` without permission. */
export async function saveCard(src: string, _name: string): Promise<boolean> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: src })
    return true
  } catch {
    return false
  }
}
