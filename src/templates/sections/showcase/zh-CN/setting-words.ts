import { commonSettingWords } from '@/locales/zh-CN/parts/common-settings'
import type { SettingWords } from '../../../setting-words'
import type { ShowcaseSettings } from '../settings'

const { soldOut, title } = commonSettingWords

export const showcaseSettingWords = {
  title: '橱窗',
  hint: '一件一张大图',
  fields: { title, soldOut },
} as const satisfies SettingWords<ShowcaseSettings>
