import { Type } from '@sinclair/typebox'
import { MAX_RECEIVER_LENGTHS, PHONE_PATTERN } from '@/domain/receiver/receiver'
import { Exact, Words } from '../shapes'

export const ReceiverShape = Exact({
  name: Words(0, MAX_RECEIVER_LENGTHS.name),
  phone: Type.String({ pattern: PHONE_PATTERN }),
  /** One line, as written on a parcel. */
  address: Type.Optional(Words(1, MAX_RECEIVER_LENGTHS.address)),
})
