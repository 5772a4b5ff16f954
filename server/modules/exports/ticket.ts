import { createHmac, timingSafeEqual } from 'node:crypto'
import { ID_PATTERN } from '@/domain/id'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { newestKey } from '../shops/issue-key'

/** Lifetime of a download link in ms. The link works without a token, so it also opens in a chat app's browser. */
export const TICKET_MS = 10 * 60_000

const PARTS = /^([0-9A-Za-z]+)\.(\d{1,16})\.([\w-]{43})$/
const isId = new RegExp(ID_PATTERN)

/** A kind of ticket, by the files that it opens. */
export interface TicketKind {
  /** The kind of the file. A ticket is valid for files of its own kind only. */
  purpose: string
  /** The salt that the signature covers beside the holder's id: a ticket ends when the salt changes. */
  saltOf(holder: string): Promise<string | undefined>
}

/** Files of a shop. Their tickets end with the shop's key, whose salt another installation with the same secret does not have. */
export const shopFile = (query: Query, purpose: string): TicketKind => ({
  purpose,
  saltOf: async (shopId) => (await newestKey(query, shopId))?.salt,
})

interface Ticket {
  /** The id of the shop whose file it is, or of the account that may read the file. */
  holder: string
  /** Epoch ms. */
  until: number
}

async function sign(secret: AppDependencies['secret'], kind: TicketKind, { holder, until }: Ticket) {
  const salt = await kind.saltOf(holder)
  return createHmac('sha256', secret).update(`${kind.purpose}:${holder}:${until}:${salt}`).digest('base64url')
}

/** Creates a ticket for a file. */
export const createTicket = async (
  { secret }: Pick<AppDependencies, 'secret'>,
  kind: TicketKind,
  ticket: Ticket,
): Promise<string> => `${ticket.holder}.${ticket.until}.${await sign(secret, kind, ticket)}`

/** Returns the holder of a valid ticket; `undefined` for a forged or expired one, or one for something else. */
export async function verifyTicket(
  { secret, clock }: Pick<AppDependencies, 'secret' | 'clock'>,
  kind: TicketKind,
  ticket: string,
): Promise<string | undefined> {
  const [, holder = '', until = '', signature = ''] = PARTS.exec(ticket) ?? []
  if (!isId.test(holder) || clock() >= Number(until)) return undefined
  const expected = Buffer.from(await sign(secret, kind, { holder, until: Number(until) }))
  const actual = Buffer.from(signature)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? holder : undefined
}
