import { translated } from '@/locales/translation'
export const storyWords = translated('storyWords', {
  title: '我们的故事',
  unfilled: '这里写几句自家的事：谁种的、怎么做的，再放几张干活的照片；也可以说给大家听',
} as const)
