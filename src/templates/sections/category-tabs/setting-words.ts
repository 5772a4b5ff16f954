import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { CategoryTabsSettings } from './settings'

export const categoryTabsSettingWords = translated('categoryTabsSettingWords', {
  title: '分类',
  hint: '点一类，只看这一类',
  fields: { form: { label: '样式', choices: { chips: '小方块', underline: '下划线' } } },
} as const satisfies SettingWords<CategoryTabsSettings>)
