import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { GroupOrderSettings } from './settings'

const { soldOut, title } = commonSettingWords

export const groupOrderSettingWords = translated('groupOrderSettingWords', {
  title: '接龙',
  hint: '一行一个号，像群里接龙',
  fields: { title, words: { label: '说明' }, until: { label: '哪天截止' }, soldOut },
} as const satisfies SettingWords<GroupOrderSettings>)
