import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { TextBlockSettings } from './settings'

const { title } = commonSettingWords

export const textBlockSettingWords = translated('textBlockSettingWords', {
  title: '文字和分隔线',
  hint: '写一段话；什么都不写就是一条线',
  fields: {
    title,
    text: { label: '写几句' },
    form: { label: '样式', choices: { plain: '平常', line: '带线', box: '带底色' } },
  },
} as const satisfies SettingWords<TextBlockSettings>)
