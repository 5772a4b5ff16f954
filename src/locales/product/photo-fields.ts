import { translated } from '../translation'
/** Adding photos, and what can be done with one. */
export const photoFieldsWords = translated('photoFieldsWords', {
  orderHint: '头一张买家最先看到。点照片可以换先后，或者去掉。',
  camera: '拍一张',
  album: '从相册选',
  photo: (at: number) => `第 ${at} 张照片`,
  firstPhoto: '头一张',
  uploading: (percent: number) => `上传 ${percent}%`,
  waiting: '等着上传',
  photoFailed: '没传上，点一下',
  first: '放到头一张',
  before: '往前挪一张',
  after: '往后挪一张',
  retry: '再传一次',
  remove: '去掉这张',
} as const)
