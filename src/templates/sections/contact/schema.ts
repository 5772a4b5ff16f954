import { settings, shortText } from '../../settings-schema'
import { type ContactSettings, contactDefaults } from './settings'

export const kind = 'contact'
export const defaults: ContactSettings = contactDefaults
export const schema = settings({ title: shortText, wechat: shortText })
