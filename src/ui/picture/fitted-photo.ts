import type { BaseEventOrig, ImageProps } from '@tarojs/components'
import { createContext, useContext, useState } from 'react'

/** How many times taller or wider than its frame a photo may be before most of it would be cut off. */
const MAX_STRETCH = 1.9

/** Height divided by width of the theme's pictures. */
export const PictureRatio = createContext(1)

/** Whether a photo is so much taller or wider than its frame that it is shown whole; known once it has loaded. */
export function useFittedPhoto(src: string | undefined, ratio: number | undefined) {
  const themed = useContext(PictureRatio)
  const [fitted, setFitted] = useState<string>()
  const measure = ({ target, detail }: BaseEventOrig<ImageProps.onLoadEventDetail>) => {
    // Taro's detail is the size of the element in browsers, and that of the file in a mini-program
    const { naturalWidth = detail.width, naturalHeight = detail.height } =
      target as unknown as Partial<HTMLImageElement>
    const stretch = Number(naturalHeight) / Number(naturalWidth) / (ratio ?? themed)
    if (Math.max(stretch, 1 / stretch) > MAX_STRETCH) setFitted(src)
  }
  return { isFitted: src !== undefined && src === fitted, measure }
}
