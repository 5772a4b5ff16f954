import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { ContactSettings } from './settings'

const { title } = commonSettingWords

export const contactSettingWords = translated('contactSettingWords', {
  title: '联系',
  hint: '打电话、加微信、到哪儿自提',
  fields: { title, wechat: { label: '微信号' } },
} as const satisfies SettingWords<ContactSettings>)
