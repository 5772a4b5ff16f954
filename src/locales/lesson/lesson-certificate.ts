import type { Day } from '@/domain/day'
import { wizardWords } from '../shop/wizard'
import { translated } from '../translation'

/** The picture that a learner keeps of a lesson. */
export const certificateWords = translated('certificateWords', {
  title: '开张证书',
  result: (seat: number, spent: number) => `${seat} 号学员 · ${wizardWords.spent(spent)}开张`,
  centre: (name: string) => `${name}服务站`,
  date: (day: Day) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${year} 年 ${month} 月 ${date} 日`
  },
  seal: '开张',
  save: '存证书',
  saving: '正在画…',
  saved: '证书存到手机了',
  failed: '没画成，请再点一次',
  file: (shop: string) => `${shop}开张证书`,
} as const)
