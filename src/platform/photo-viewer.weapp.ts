import Taro from '@tarojs/taro'
import type { PhotoViewer } from './photo-viewer-types'

/** WeChat's own viewer. */
export const usePhotoViewer = (urls: string[]): PhotoViewer => ({
  open: (at) => void Taro.previewImage({ urls, current: urls[at] ?? '' }),
  view: null,
})
