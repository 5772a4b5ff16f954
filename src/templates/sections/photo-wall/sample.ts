import type { SectionSample } from '../../section-sample'
import type { PhotoWallSettings } from './settings'

export const photoWallSample: SectionSample<PhotoWallSettings> = {
  settings: { photos: [{ id: '01J00000000000000000000P00', hash: 'a1b2c3' }] },
}
