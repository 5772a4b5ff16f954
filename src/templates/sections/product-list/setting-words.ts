import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ProductListSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const productListSettingWords = translated('productListSettingWords', {
  title: '货品列表',
  hint: '一行一件',
  fields: { title, picture: { label: '照片', choices: { small: '小', large: '大' } }, soldOut },
} as const satisfies SettingWords<ProductListSettings>)
