import { choice, photos, settings, shortText } from '../../settings-schema'
import { type PhotoWallSettings, photoWallDefaults, WALL_PHOTOS, wallForms } from './settings'

export const kind = 'photo-wall'
export const defaults: PhotoWallSettings = photoWallDefaults
export const schema = settings({ title: shortText, photos: photos(WALL_PHOTOS), form: choice(wallForms) })
