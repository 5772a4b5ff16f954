import { integer, settings, shortText } from '../../setting-schemas'

export const schema = settings({ title: shortText, most: integer(1, 8) })
