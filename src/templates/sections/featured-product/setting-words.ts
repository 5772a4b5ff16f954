import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { FeaturedProductSettings } from './settings'

export const featuredProductSettingWords = translated('featuredProductSettingWords', {
  title: '主推一件',
  hint: '一件货拍大图',
  fields: { productId: { label: '哪一件' } },
} as const satisfies SettingWords<FeaturedProductSettings>)
