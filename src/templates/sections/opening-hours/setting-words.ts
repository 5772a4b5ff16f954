import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { OpeningHoursSettings } from './settings'

const { title } = commonSettingWords

export const openingHoursSettingWords = translated('openingHoursSettingWords', {
  title: '开门时间',
  hint: '几点开门、哪天歇',
  fields: { title, hours: { label: '几点到几点' }, rest: { label: '哪天歇' } },
} as const satisfies SettingWords<OpeningHoursSettings>)
