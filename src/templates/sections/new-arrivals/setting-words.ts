import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { NewArrivalsSettings } from './settings'

const { title } = commonSettingWords

export const newArrivalsSettingWords = translated('newArrivalsSettingWords', {
  title: '新上架',
  hint: '最近添的货，自己会更新',
  fields: { title, most: { label: '最多几件' } },
} as const satisfies SettingWords<NewArrivalsSettings>)
