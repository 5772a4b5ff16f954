import { commonSettingWords } from '@/locales/parts/common-settings'
import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { PhotoWallSettings } from './settings'

const { photos, title } = commonSettingWords

export const photoWallSettingWords = translated('photoWallSettingWords', {
  title: '照片墙',
  hint: '地里、院里、干活的样子',
  fields: {
    title,
    photos,
    form: { label: '样式', choices: { even: '一样大', mosaic: '头一张大', pinned: '挂在绳上' } },
  },
} as const satisfies SettingWords<PhotoWallSettings>)
