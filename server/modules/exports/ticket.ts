import { createHmac, timingSafeEqual } from 'node:crypto'
import { ID_PATTERN } from '@/domain/id'
import type { AppDependencies } from '../../dependencies'
import { newestKey } from '../shops/issue-key'

/** Lifetime of an export link in ms. The link works without a token, so it also opens in a chat app's browser. */
export const TICKET_MS = 10 * 60_000

const PARTS = /^([0-9A-Za-z]+)\.(\d{1,16})\.([\w-]{43})$/
const isId = new RegExp(ID_PATTERN)

type TicketDependencies = Pick<AppDependencies, 'db' | 'secret'>

/**
 * Signs a shop and an expiry. The signature includes the salt of the shop's key, so another installation with the same
 * secret cannot forge it.
 */
async function sign({ db, secret }: TicketDependencies, shopId: string, until: number) {
  const key = await newestKey(db.query, shopId)
  return createHmac('sha256', secret).update(`export:${shopId}:${until}:${key?.salt}`).digest('base64url')
}

/** Creates a ticket for one shop's export. It is valid until `until` (epoch ms) or until the shop gets a new key. */
export const createTicket = async (
  deps: TicketDependencies,
  shopId: string,
  until: number,
): Promise<string> => `${shopId}.${until}.${await sign(deps, shopId, until)}`

/** Returns the shop id of a valid ticket; `undefined` for a forged or expired one. */
export async function verifyTicket(
  deps: TicketDependencies,
  ticket: string,
  now: number,
): Promise<string | undefined> {
  const [, shopId = '', until = '', signature = ''] = PARTS.exec(ticket) ?? []
  if (!isId.test(shopId) || now >= Number(until)) return undefined
  const expected = Buffer.from(await sign(deps, shopId, Number(until)))
  const actual = Buffer.from(signature)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? shopId : undefined
}
