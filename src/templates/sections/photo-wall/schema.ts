import { choice, photos, settings, shortText } from '../../settings-schema'
import { WALL_PHOTOS, wallForms } from './settings'

export const schema = settings({ title: shortText, photos: photos(WALL_PHOTOS), form: choice(wallForms) })
