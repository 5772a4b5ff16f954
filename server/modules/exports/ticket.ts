import { createHmac, timingSafeEqual } from 'node:crypto'
import { ID_PATTERN } from '@/domain/id'
import type { AppDependencies } from '../../dependencies'
import { newestKey } from '../shops/issue-key'

/** Lifetime of a download link in ms. The link works without a token, so it also opens in a chat app's browser. */
export const TICKET_MS = 10 * 60_000

const PARTS = /^([0-9A-Za-z]+)\.(\d{1,16})\.([\w-]{43})$/
const isId = new RegExp(ID_PATTERN)

type TicketDependencies = Pick<AppDependencies, 'db' | 'secret'>

interface Ticket {
  shopId: string
  /** Epoch ms. */
  until: number
  /** What the ticket opens. */
  purpose: string
}

/**
 * Signs a ticket. The signature includes the salt of the shop's key, so another installation with the same secret cannot
 * forge it.
 */
async function sign({ db, secret }: TicketDependencies, { shopId, until, purpose }: Ticket) {
  const key = await newestKey(db.query, shopId)
  return createHmac('sha256', secret).update(`${purpose}:${shopId}:${until}:${key?.salt}`).digest('base64url')
}

/** Creates a ticket for a file of one shop. It is valid until its time or until the shop gets a new key. */
export const createTicket = async (deps: TicketDependencies, ticket: Ticket): Promise<string> =>
  `${ticket.shopId}.${ticket.until}.${await sign(deps, ticket)}`

/** Returns the shop id of a valid ticket; `undefined` for a forged or expired one, or one for something else. */
export async function verifyTicket(
  deps: TicketDependencies,
  ticket: string,
  { purpose, now }: Pick<Ticket, 'purpose'> & { now: number },
): Promise<string | undefined> {
  const [, shopId = '', until = '', signature = ''] = PARTS.exec(ticket) ?? []
  if (!isId.test(shopId) || now >= Number(until)) return undefined
  const expected = Buffer.from(await sign(deps, { shopId, until: Number(until), purpose }))
  const actual = Buffer.from(signature)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? shopId : undefined
}
