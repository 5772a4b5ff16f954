import { commonSettingWords } from '@/locales/zh-CN/parts/common-settings'
import type { SettingWords } from '../../../setting-words'
import type { OpeningHoursSettings } from '../settings'

const { title } = commonSettingWords

export const openingHoursSettingWords = {
  title: '开门时间',
  hint: '几点开门、哪天歇',
  fields: { title, hours: { label: '几点到几点' }, rest: { label: '哪天歇' } },
} as const satisfies SettingWords<OpeningHoursSettings>
