import { reopenWords } from '@/locales/zh-CN/parts/reopen'

export const noticeBarWords = {
  closed: (day: string) => `店里歇几天，${reopenWords(day)}，货可以先看`,
} as const
