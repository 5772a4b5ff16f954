import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ProductGridSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const productGridSettingWords = translated('productGridSettingWords', {
  title: '货品格子',
  hint: '一排两件，带照片',
  fields: { title, soldOut },
} as const satisfies SettingWords<ProductGridSettings>)
