import { translated } from '@/locales/translation'
export const originWords = translated('originWords', {
  title: '产地',
  season: (season: string) => `时令：${season}`,
  unfilled: '这里写是哪个村的、什么时候当季，也能放一张村里的照片',
} as const)
