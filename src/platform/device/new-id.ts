import { type Id, makeId } from '@/domain/id'
import { randomBytes } from './random-bytes'

/** A fresh id for something this phone creates. Ids are names, not secrets. */
export const newId = (): Id => makeId(Date.now(), randomBytes(16))
