import { translated } from '../translation'
export const consentWords = translated('consentWords', {
  title: '用一下相机和相册',
  text: '只在您拍照、选照片的时候用。只有您选的照片会传上来，不做别的用。',
  guide: '看看我们存了什么',
  agree: '同意，去拍照',
  refuse: '不同意，不用照片',
} as const)

/** The consent dialog before the first recording. */
export const voiceConsentWords = translated('voiceConsentWords', {
  title: '用一下麦克风',
  text: '只在您按下录音的时候用。录的话放在您的店里给买家听，不做别的用。',
  guide: consentWords.guide,
  agree: '同意，去录音',
  refuse: '不同意，就不录',
} as const)
