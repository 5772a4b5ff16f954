import { translated } from '@/locales/translation'
export const photoWallWords = translated('photoWallWords', {
  title: '照片墙',
  unfilled: '这里放照片：地里、院里、干活的样子，最多 9 张',
} as const)
