import { createId, type Id } from '@/domain/id'
import { randomBytes } from './random-bytes'

/** Creates an id for an entity created on this phone. Ids are not secrets. */
export const newId = (): Id => createId(Date.now(), randomBytes(16))
