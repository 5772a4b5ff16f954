import { isInAppBrowser } from '../device/in-app-browser'
import type { CardCanvas, Drawable, Pen } from './media-types'

/** Creates a canvas of this size in px. */
export async function openCard(width: number, height: number): Promise<CardCanvas> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d') as Pen | null
  if (!pen) throw new Error('no canvas')
  return {
    pen,
    load: (src) =>
      new Promise<Drawable>((resolve, reject) => {
        const image = new Image()
        image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight, image })
        image.onerror = () => reject(new Error('picture did not load'))
        image.src = src
      }),
    finish: async () => canvas.toDataURL('image/png'),
  }
}

/** True if cards can be saved; else only a long press on the picture saves one. iOS before 13 does not download, either. */
export const canSaveCards = (): boolean => 'download' in HTMLAnchorElement.prototype && !isInAppBrowser()

/** Downloads a finished card; `false` if only a long press on the picture can save it. */
export async function saveCard(src: string, name: string): Promise<boolean> {
  if (!canSaveCards()) return false
  const link = document.createElement('a')
  link.href = src
  link.download = `${name}.png`
  document.body.appendChild(link)
  link.click()
  link.remove()
  return true
}
