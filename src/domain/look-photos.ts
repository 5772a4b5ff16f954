import type { Look } from './look'
import { isFile, type Named, namedBy } from './look-media'
import type { Photo } from './photo'

/** A photo that a section's settings name, and where: a JSON pointer into the look. */
export type NamedPhoto = Named<Photo>

/** Every photo that a look names: an object of an id and a hash; one that also lasts is a voice. */
export const lookPhotos = (look: Pick<Look, 'sections'>): NamedPhoto[] =>
  namedBy(look, (value) =>
    isFile(value) && !Object.hasOwn(value, 'ms') ? { id: value.id, hash: value.hash } : undefined,
  )
