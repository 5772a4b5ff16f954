import type { Photo } from '../photo'
import type { Look } from './look'
import { findReferences, isFileReference, type Referenced } from './look-references'

export type PhotoReference = Referenced<Photo>

/** Every photo a look references: an object with an id and a hash. One that also has `ms` is a voice. */
export const lookPhotos = (look: Pick<Look, 'sections'>): PhotoReference[] =>
  findReferences(look, (value) =>
    isFileReference(value) && !Object.hasOwn(value, 'ms') ? { id: value.id, hash: value.hash } : undefined,
  )
