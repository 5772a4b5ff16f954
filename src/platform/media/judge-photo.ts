import type { Id } from '@/domain/id'
import { JUDGED_EDGE, judgePhoto, type PhotoFault, type PixelRaster } from '@/domain/photo-quality'
import { openCard } from './card'
import { localPhotos } from './photos'

/** A phone that needs more ms does not judge. */
const TIMEOUT_MS = 3000

/** Reads a picture that is scaled down to `JUDGED_EDGE`. Rejects without a canvas, as in WeChat before base library 2.16.1. */
const readPixels = (src: string): Promise<PixelRaster> =>
  openCard(JUDGED_EDGE, JUDGED_EDGE).then(({ pen, load }) =>
    load(src).then((picture) => {
      const scale = Math.min(1, JUDGED_EDGE / Math.max(picture.width, picture.height))
      const width = Math.round(picture.width * scale)
      const height = Math.round(picture.height * scale)
      pen.drawImage(picture.image, 0, 0, width, height)
      return { width, height, data: pen.getImageData(0, 0, width, height).data }
    }),
  )

/** Returns the fault of a photo on this phone; `undefined` for a fine one, and if the phone cannot judge it or takes too long. */
export const judgeLocalPhoto = (id: Id): Promise<PhotoFault | undefined> =>
  new Promise((resolve) => {
    const giveUp = () => resolve(undefined)
    const timer = setTimeout(giveUp, TIMEOUT_MS)
    localPhotos
      .source(id)
      .then((src) => (src ? readPixels(src).then(judgePhoto) : undefined))
      .then(resolve)
      .catch(giveUp)
      .then(() => clearTimeout(timer))
  })
