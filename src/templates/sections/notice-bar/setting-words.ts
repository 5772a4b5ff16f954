import { translated } from '@/locales/translation'
import type { SettingWords } from './../../setting-words'
import type { NoticeBarSettings } from './settings'

export const noticeBarSettingWords = translated('noticeBarSettingWords', {
  title: '公告',
  hint: '买家先要知道的一句话',
  fields: { form: { label: '样式', choices: { edge: '压在店招下沿', strip: '单独一条' } } },
} as const satisfies SettingWords<NoticeBarSettings>)
