import { createHmac } from 'node:crypto'
import { type ClientRequest, getClientAddress } from '../client-address'

/** Returns a keyed hash of the client's address for storage. A hash without a key could be reversed by trying all addresses. */
export const addressHash = (secret: string, from: ClientRequest): string =>
  createHmac('sha256', secret)
    .update(`address:${getClientAddress(from)}`)
    .digest('base64url')
    .slice(0, 22)
