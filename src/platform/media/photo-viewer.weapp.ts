import Taro from '@tarojs/taro'
import type { PhotoViewer, PhotoViewerWords } from './media-types'

/** WeChat's native photo viewer, which has its own texts. */
export const usePhotoViewer = (urls: string[], _label: string, _words: PhotoViewerWords): PhotoViewer => ({
  open: (at) => void Taro.previewImage({ urls, current: urls[at] ?? '' }),
  view: null,
})
