import { reopenWords } from '@/locales/parts/reopen'
import { translated } from '@/locales/translation'

export const noticeBarWords = translated('noticeBarWords', {
  closed: (day: string) => `店里歇几天，${reopenWords(day)}，货可以先看`,
} as const)
