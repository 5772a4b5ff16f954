import { choice, settings } from '../../settings-schema'
import { type NoticeBarSettings, noticeBarDefaults } from './settings'

export const kind = 'notice-bar'
export const defaults: NoticeBarSettings = noticeBarDefaults
export const schema = settings({ form: choice(['edge', 'strip']) })
