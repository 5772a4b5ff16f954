import { settings, shortText } from '../../settings-schema'

export const schema = settings({ title: shortText, wechat: shortText })
