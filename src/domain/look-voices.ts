import type { Look } from './look'
import { isFile, type Named, namedBy } from './look-media'
import type { Voice } from './voice'

export type NamedVoice = Named<Voice>

/** Every voice that a look names: an object of an id, a hash and its length. */
export const lookVoices = (look: Pick<Look, 'sections'>): NamedVoice[] =>
  namedBy(look, (value) => {
    const { ms } = value as Partial<Voice>
    return isFile(value) && typeof ms === 'number' ? { id: value.id, hash: value.hash, ms } : undefined
  })
