import { createId, type Id } from '@/domain/id'

/**
 * Creates an id for an entity created on this phone. Ids are not secrets. `getRandomValues` is also available on plain http,
 * unlike `crypto.randomUUID` and `crypto.subtle`.
 */
export const newId = (): Id => createId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
