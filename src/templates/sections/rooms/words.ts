import { translated } from '@/locales/translation'
export const roomsWords = translated('roomsWords', {
  best: '招牌',
  look: '看日子',
  lookLabel: (name: string) => `${name}，看日子`,
  full: '订满了',
  resting: '歇业中',
} as const)
