import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const wallForms = ['even', 'mosaic', 'pinned'] as const

/** Photos of equal size, with the first one large, or as pinned prints. An empty title shows none. */
export type PhotoWallSettings = SettingsOf<typeof schema>

export const WALL_PHOTOS = 9

export const photoWallDefaults: PhotoWallSettings = { title: '', photos: [], form: 'mosaic' }

export const placement: SectionPlacement = { loading: 'lazy' }
