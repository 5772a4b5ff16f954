import { createHmac, timingSafeEqual } from 'node:crypto'
import { ID_PATTERN } from '@/domain/id'

/** So long a link to an exported shop works, in ms: it opens without anybody's token, in a chat app's browser too. */
export const TICKET_MS = 10 * 60_000

const PARTS = /^([0-9A-Za-z]+)\.(\d{1,16})\.([\w-]{43})$/
const isId = new RegExp(ID_PATTERN)

const seal = (secret: string, shopId: string, until: number) =>
  createHmac('sha256', secret).update(`export:${shopId}:${until}`).digest('base64url')

/** What opens the export of one shop until a moment (epoch ms). */
export const ticketFor = (secret: string, shopId: string, until: number): string =>
  `${shopId}.${until}.${seal(secret, shopId, until)}`

/** The shop a ticket opens; `undefined` for one that is made up, or over. */
export function shopOfTicket(secret: string, ticket: string, now: number): string | undefined {
  const [, shopId = '', until = '', sealed = ''] = PARTS.exec(ticket) ?? []
  if (!isId.test(shopId) || now >= Number(until)) return undefined
  const right = Buffer.from(seal(secret, shopId, Number(until)))
  const given = Buffer.from(sealed)
  return right.length === given.length && timingSafeEqual(right, given) ? shopId : undefined
}
