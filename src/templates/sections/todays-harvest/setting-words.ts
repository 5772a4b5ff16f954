import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { TodaysHarvestSettings } from './settings'

const { title } = commonSettingWords

export const todaysHarvestSettingWords = translated('todaysHarvestSettingWords', {
  title: '今天收的',
  hint: '哪天收的、还剩多少',
  fields: {
    title,
    day: { label: '哪天收的' },
    category: { label: '只放哪一类' },
    most: { label: '最多几件' },
  },
} as const satisfies SettingWords<TodaysHarvestSettings>)
