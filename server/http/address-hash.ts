import { createHmac } from 'node:crypto'
import { addressOf, type Caller } from './address'

/** Stands for a caller's address where addresses must not be stored: a keyed hash, as plain ones are soon guessed. */
export const addressHash = (secret: string, from: Caller): string =>
  createHmac('sha256', secret)
    .update(`address:${addressOf(from)}`)
    .digest('base64url')
    .slice(0, 22)
