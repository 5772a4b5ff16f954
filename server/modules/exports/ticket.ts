import { createHmac, timingSafeEqual } from 'node:crypto'
import { ID_PATTERN } from '@/domain/id'
import type { AppDependencies } from '../../dependencies'
import { newestKey } from '../shops/issue-key'

/** So long a link to an exported shop works, in ms: it opens without anybody's token, in a chat app's browser too. */
export const TICKET_MS = 10 * 60_000

const PARTS = /^([0-9A-Za-z]+)\.(\d{1,16})\.([\w-]{43})$/
const isId = new RegExp(ID_PATTERN)

type TicketDependencies = Pick<AppDependencies, 'db' | 'secret'>

/** The salt of the shop's key is part of the seal: another installation with the same secret cannot make it. */
async function seal({ db, secret }: TicketDependencies, shopId: string, until: number) {
  const key = await newestKey(db.query, shopId)
  return createHmac('sha256', secret).update(`export:${shopId}:${until}:${key?.salt}`).digest('base64url')
}

/** What opens the export of one shop until a moment (epoch ms), or until the shop gets a new key. */
export const ticketFor = async (deps: TicketDependencies, shopId: string, until: number): Promise<string> =>
  `${shopId}.${until}.${await seal(deps, shopId, until)}`

/** The shop a ticket opens; `undefined` for one that is made up, or over. */
export async function shopOfTicket(
  deps: TicketDependencies,
  ticket: string,
  now: number,
): Promise<string | undefined> {
  const [, shopId = '', until = '', sealed = ''] = PARTS.exec(ticket) ?? []
  if (!isId.test(shopId) || now >= Number(until)) return undefined
  const right = Buffer.from(await seal(deps, shopId, Number(until)))
  const given = Buffer.from(sealed)
  return right.length === given.length && timingSafeEqual(right, given) ? shopId : undefined
}
