import Taro from '@tarojs/taro'
import type { PhotoViewer, PhotoViewerWords } from './photo-viewer-types'

/** WeChat's own viewer, which has words of its own. */
export const usePhotoViewer = (urls: string[], _label: string, _words: PhotoViewerWords): PhotoViewer => ({
  open: (at) => void Taro.previewImage({ urls, current: urls[at] ?? '' }),
  view: null,
})
