import { choice, photos, settings, shortText } from '../../setting-schemas'
import { WALL_PHOTOS, wallForms } from './settings'

export const schema = settings({ title: shortText, photos: photos(WALL_PHOTOS), form: choice(wallForms) })
