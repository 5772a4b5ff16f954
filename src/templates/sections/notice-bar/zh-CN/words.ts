import { dayWords } from '@/locales/zh-CN/day'

export const noticeBarWords = {
  closed: (day: string) => `店里歇几天，${dayWords(day)}起再接单，货可以先看`,
} as const
