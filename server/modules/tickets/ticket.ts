import { createHmac, timingSafeEqual } from 'node:crypto'
import { ID_PATTERN } from '@/domain/id'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { newestKey } from '../shops/issue-key'
import { ownsShop } from '../shops/owners'

/** Lifetime of a download link in ms. The link works without a token, so it also opens in a chat app's browser. */
export const TICKET_MS = 10 * 60_000

const PARTS = /^([0-9A-Za-z]+(?:\.[0-9A-Za-z]+)?)\.(\d{1,16})\.([\w-]{43})$/
const isId = new RegExp(ID_PATTERN)

export interface TicketKind {
  /** The kind of the file. A ticket is valid for files of its own kind only. */
  purpose: string
  /**
   * The salt that the signature covers beside the holder; `undefined` for one who may not read the file. It is looked up again when a
   * ticket is used, so the ticket ends when the salt changes.
   */
  saltOf(holder: string): Promise<string | undefined>
}

interface Ticket {
  /** The account that may read the file; for a file of a shop, the shop and one of its owners. */
  holder: string
  /** Epoch ms. */
  until: number
}

async function sign(secret: AppDependencies['secret'], kind: TicketKind, { holder, until }: Ticket) {
  const salt = await kind.saltOf(holder)
  if (salt === undefined) return undefined
  return createHmac('sha256', secret).update(`${kind.purpose}:${holder}:${until}:${salt}`).digest('base64url')
}

/** Creates a ticket for a file. @throws ApiError `not-found` for a holder who may not read it. */
export async function createTicket(
  { secret }: Pick<AppDependencies, 'secret'>,
  kind: TicketKind,
  ticket: Ticket,
): Promise<string> {
  const signature = await sign(secret, kind, ticket)
  if (signature === undefined) throw new ApiError('not-found')
  return `${ticket.holder}.${ticket.until}.${signature}`
}

/** Returns the holder of a valid ticket; `undefined` for a forged, ended or expired one, or one for something else. */
export async function verifyTicket(
  { secret, clock }: Pick<AppDependencies, 'secret' | 'clock'>,
  kind: TicketKind,
  ticket: string,
): Promise<string | undefined> {
  const [, holder = '', until = '', signature = ''] = PARTS.exec(ticket) ?? []
  if (!holder.split('.').every((id) => isId.test(id)) || clock() >= Number(until)) return undefined
  const expected = Buffer.from((await sign(secret, kind, { holder, until: Number(until) })) ?? '')
  const actual = Buffer.from(signature)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? holder : undefined
}

/**
 * Files of a shop, for one of its owners. Their tickets end when the account no longer owns the shop, and with the shop's key, whose
 * salt another installation with the same secret does not have.
 */
const shopFile = (query: Query, purpose: string): TicketKind => ({
  purpose,
  saltOf: async (holder) => {
    const [shopId = '', accountId = ''] = holder.split('.')
    if (!(await ownsShop(query, accountId, shopId))) return undefined
    return (await newestKey(query, shopId))?.salt ?? ''
  },
})

/** Creates a ticket for a file of a shop. @throws ApiError `not-found` for an account that does not own the shop. */
export const createShopTicket = (
  deps: Pick<AppDependencies, 'secret' | 'db'>,
  purpose: string,
  { shopId, accountId, until }: { shopId: string; accountId: string; until: number },
): Promise<string> =>
  createTicket(deps, shopFile(deps.db.query, purpose), { holder: `${shopId}.${accountId}`, until })

/** Returns the id of the shop whose file a ticket opens; `undefined` for a ticket that does not work. */
export async function verifyShopTicket(
  deps: Pick<AppDependencies, 'secret' | 'clock' | 'db'>,
  purpose: string,
  ticket: string,
): Promise<string | undefined> {
  const holder = await verifyTicket(deps, shopFile(deps.db.query, purpose), ticket)
  return holder?.split('.')[0]
}
