import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { StorySettings } from './settings'

const { photos, title } = commonSettingWords

export const storySettingWords = translated('storySettingWords', {
  title: '故事',
  hint: '写几句自家的事，放几张照片，也可以说给大家听',
  fields: {
    title,
    text: { label: '写几句' },
    photos,
    voice: { label: '说一段话' },
    form: { label: '样式', choices: { letter: '一封信', page: '照片打头' } },
  },
} as const satisfies SettingWords<StorySettings>)
