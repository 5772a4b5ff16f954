import { translated } from '../translation'
/** The advice about a photo of goods that was just taken or picked. */
export const photoAdviceWords = translated('photoAdviceWords', {
  dark: '太暗了，搬到亮处再拍',
  blurred: '糊了，拿稳再拍',
  far: '太远了，走近一点',
  retake: '重拍',
  keep: '就用这张',
  spoken: '再拍一张，点重拍。不拍了，点就用这张。',
} as const)
