import type { Voice } from '../voice'
import type { Look } from './look'
import { findReferences, isFileReference, type Referenced } from './look-references'

export type VoiceReference = Referenced<Voice>

/** Every voice a look references: an object with an id, a hash and `ms`. */
export const lookVoices = (look: Pick<Look, 'sections'>): VoiceReference[] =>
  findReferences(look, (value) => {
    const { ms } = value as Partial<Voice>
    return isFileReference(value) && typeof ms === 'number'
      ? { id: value.id, hash: value.hash, ms }
      : undefined
  })
