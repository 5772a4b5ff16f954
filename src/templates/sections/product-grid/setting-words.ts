import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ProductGridSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const productGridSettingWords = translated('productGridSettingWords', {
  title: '货品格子',
  hint: '一排两件，带照片',
  fields: {
    title,
    lead: { label: '头一件', choices: { same: '一样大', large: '大照片' } },
    button: { label: '买的按钮', choices: { plus: '加号', word: '「买」字' } },
    soldOut,
  },
} as const satisfies SettingWords<ProductGridSettings>)
