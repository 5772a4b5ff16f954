import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'

/** The lifetime of a ticket, in ms. */
const TICKET_MS = 30_000

/** The lesson whose socket a ticket opens, and the account that it admits. */
export interface TicketHolder {
  lessonId: string
  accountId: string
}

/** Issues a ticket of 256 bits, of which only the hash is stored. */
export async function issueTicket(
  { clock, random }: Pick<AppDependencies, 'clock' | 'random'>,
  tx: Query,
  { lessonId, accountId }: TicketHolder,
): Promise<string> {
  const ticket = Buffer.from(random(32)).toString('base64url')
  await tx
    .insertInto('socket_ticket')
    .values({
      ...{ hash: sha256(ticket), lesson_id: lessonId, account_id: accountId },
      expires_at: clock() + TICKET_MS,
    })
    .execute()
  return ticket
}

/** Redeems a ticket, which works once; `undefined` for one that does not work. */
export async function redeemTicket(
  { clock }: Pick<AppDependencies, 'clock'>,
  tx: Query,
  ticket: string,
): Promise<TicketHolder | undefined> {
  const row = await tx
    .deleteFrom('socket_ticket')
    .where('hash', '=', sha256(ticket))
    .returning(['lesson_id', 'account_id', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= clock()) return undefined
  return { lessonId: row.lesson_id, accountId: row.account_id }
}

export async function removeExpiredTickets(tx: Query, now: number): Promise<void> {
  await tx.deleteFrom('socket_ticket').where('expires_at', '<=', now).execute()
}
