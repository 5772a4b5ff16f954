import { translated } from '@/locales/translation'
export const shelfWords = translated('shelfWords', {
  all: (count: number) => `一共 ${count} 样`,
  right: '，往右还有',
} as const)
