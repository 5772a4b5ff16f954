import { integer, settings, shortText } from '../../settings-schema'
import { type ShelfSettings, shelfDefaults } from './settings'

export const kind = 'shelf'
export const defaults: ShelfSettings = shelfDefaults
export const schema = settings({ title: shortText, category: shortText, most: integer(2, 12) })
