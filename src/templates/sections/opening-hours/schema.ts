import { settings, shortText } from '../../setting-schemas'

export const schema = settings({ title: shortText, hours: shortText, rest: shortText })
