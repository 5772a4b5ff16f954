import { integer, settings, shortText } from '../../setting-schemas'

export const schema = settings({ title: shortText, category: shortText, most: integer(2, 12) })
