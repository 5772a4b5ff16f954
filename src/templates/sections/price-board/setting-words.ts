import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { PriceBoardSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const priceBoardSettingWords = translated('priceBoardSettingWords', {
  title: '价牌',
  hint: '大字写价钱，不用照片',
  fields: { title, form: { label: '样式', choices: { board: '一块大牌', slips: '一格一格' } }, soldOut },
} as const satisfies SettingWords<PriceBoardSettings>)
