import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ShowcaseSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const showcaseSettingWords = translated('showcaseSettingWords', {
  title: '橱窗',
  hint: '一件一张大图',
  fields: { title, soldOut },
} as const satisfies SettingWords<ShowcaseSettings>)
