import { translated } from '../translation'
export const drawnCardWords = translated('drawnCardWords', {
  hold: '长按图片，存到手机',
  scan: '扫码进店',
  phone: (phone: string) => `电话 ${phone}`,
} as const)
