import type { SectionSample } from '../../section-sample'
import type { NoticeBarSettings } from './settings'

export const noticeBarSample: SectionSample<NoticeBarSettings> = {
  settings: {},
  shows: ({ notice = '' }) => notice,
}
