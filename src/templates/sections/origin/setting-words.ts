import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { OriginSettings } from './settings'

const { title } = commonSettingWords

export const originSettingWords = translated('originSettingWords', {
  title: '产地',
  hint: '哪个村的、什么时候当季',
  fields: {
    title,
    village: { label: '村子' },
    season: { label: '时令' },
    words: { label: '说几句' },
    photos: { label: '村子的照片或地图' },
  },
} as const satisfies SettingWords<OriginSettings>)
