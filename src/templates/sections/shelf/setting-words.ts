import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ShelfSettings } from './settings'

const { title } = commonSettingWords

export const shelfSettingWords = translated('shelfSettingWords', {
  title: '货架',
  hint: '一排货，往右滑着看',
  fields: { title, category: { label: '只放哪一类' }, most: { label: '最多几件' } },
} as const satisfies SettingWords<ShelfSettings>)
