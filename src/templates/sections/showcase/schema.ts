import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'
import { type ShowcaseSettings, showcaseDefaults } from './settings'

export const kind = 'showcase'
export const defaults: ShowcaseSettings = showcaseDefaults
export const schema = settings({ title: shortText, soldOut: choice(soldOutPlaces) })
