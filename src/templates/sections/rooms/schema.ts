import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'
import { type RoomsSettings, roomForms, roomsDefaults } from './settings'

export const kind = 'rooms'
export const defaults: RoomsSettings = roomsDefaults
export const schema = settings({ title: shortText, form: choice(roomForms), soldOut: choice(soldOutPlaces) })
