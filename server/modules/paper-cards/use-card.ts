import type { ReadCard } from '@/contract/shop/paper-cards'
import {
  CARD_LOCK_MS,
  CARD_SHORT_WAIT_MS,
  CARD_TRIES,
  CARD_WAIT_MS,
  type CardPicture,
  IDLE_OWNER_MS,
} from '@/domain/shop/paper-card'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { queueNotice } from '../notices/queue-notice'
import { SESSION_MS } from '../sessions/store'
import { ownsShop } from '../shops/owners'
import { type PassedShop, passShop } from '../shops/pass-shop'
import { mustFindShop } from '../shops/store'
import { hashOfCardCode, hashOfPictures } from './code'
import { findCardByHash, lockCardByHash, type PaperCardRow } from './store'

type Outside = Pick<AppDependencies, 'clock' | 'secret'>

interface CardUse {
  code: string
  accountId: string
}

/** The card of a code that still works. @throws ApiError `card-used`. */
function requireWorking(card: PaperCardRow | undefined): PaperCardRow {
  if (!card || card.ended_at !== null) throw new ApiError('card-used')
  return card
}

/** The state of a card for an account, and when its wait or lock ends. */
function stateFor(card: PaperCardRow, accountId: string, now: number): Pick<ReadCard, 'state' | 'until'> {
  if (card.asked_by === accountId && card.due_at !== null)
    return { state: card.due_at <= now ? 'due' : 'waiting', until: card.due_at }
  if (card.locked_until !== null && card.locked_until > now)
    return { state: 'locked', until: card.locked_until }
  return { state: 'ready' }
}

async function toReadCard(db: Query, card: PaperCardRow, accountId: string, now: number): Promise<ReadCard> {
  const { name } = await mustFindShop(db, card.shop_id)
  return { shopName: name, now, ...stateFor(card, accountId, now) }
}

/** Says whose card it is. @throws ApiError `card-used`. */
export async function readCard(
  { clock, secret }: Outside,
  db: Query,
  { code, accountId }: CardUse,
): Promise<ReadCard> {
  const card = requireWorking(await findCardByHash(db, hashOfCardCode(secret, code)))
  return toReadCard(db, card, accountId, clock())
}

/** True when a phone that owns the shop was used lately, so that its owner would see the request. */
async function hasActiveOwner(db: Query, shopId: string, now: number): Promise<boolean> {
  const since = now - IDLE_OWNER_MS
  const row = await db
    .selectFrom('shop_owner')
    .select('shop_owner.account_id')
    .where('shop_owner.shop_id', '=', shopId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('identity')
            .select('identity.subject')
            .whereRef('identity.account_id', '=', 'shop_owner.account_id')
            .where('identity.used_at', '>', since),
        ),
        exists(
          selectFrom('session')
            .select('session.token_hash')
            .whereRef('session.account_id', '=', 'shop_owner.account_id')
            .where('session.expires_at', '>', since + SESSION_MS),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The outcome of a choice of pictures. Wrong choices are counted, so they must not roll back the transaction. */
type Answer = { read: ReadCard } | { wrong: { tries: number } } | { lockedUntil: number }

/** Begins the wait of an account, or continues the one that it has begun. */
async function beginWait(tx: Query, card: PaperCardRow, accountId: string, now: number): Promise<ReadCard> {
  if (card.asked_by === accountId && card.due_at !== null) return toReadCard(tx, card, accountId, now)
  const wait = (await hasActiveOwner(tx, card.shop_id, now)) ? CARD_WAIT_MS : CARD_SHORT_WAIT_MS
  const change = { tries: 0, asked_by: accountId, due_at: now + wait }
  await tx.updateTable('paper_card').set(change).where('code_hash', '=', card.code_hash).execute()
  await queueNotice(tx, {
    ...{ event: 'card-asked', shopId: card.shop_id, subjectId: card.id },
    ...{ occurrence: String(change.due_at), at: now },
  })
  return toReadCard(tx, { ...card, ...change }, accountId, now)
}

/** Counts a wrong choice; the last one locks the card. */
async function countWrong(tx: Query, card: PaperCardRow, now: number): Promise<Answer> {
  const tries = card.tries + 1
  const isLast = tries >= CARD_TRIES
  const lockedUntil = now + CARD_LOCK_MS
  await tx
    .updateTable('paper_card')
    .set({ tries: isLast ? 0 : tries, locked_until: isLast ? lockedUntil : null })
    .where('code_hash', '=', card.code_hash)
    .execute()
  return isLast ? { lockedUntil } : { wrong: { tries: CARD_TRIES - tries } }
}

/**
 * Judges the pictures that somebody chose. The right ones begin the wait.
 * @throws ApiError `card-used`, `not-allowed-now` for a phone that has the shop already.
 */
export async function judgePictures(
  { clock, secret }: Outside,
  tx: Query,
  { code, accountId, pictures }: CardUse & { pictures: readonly CardPicture[] },
): Promise<Answer> {
  const now = clock()
  const card = requireWorking(await lockCardByHash(tx, hashOfCardCode(secret, code)))
  if (await ownsShop(tx, accountId, card.shop_id)) throw new ApiError('not-allowed-now')
  if (card.locked_until !== null && card.locked_until > now) return { lockedUntil: card.locked_until }
  if (hashOfPictures(secret, code, pictures) !== card.pictures_hash) return countWrong(tx, card, now)
  return { read: await beginWait(tx, card, accountId, now) }
}

/**
 * Gives the shop to the phone that has waited; the card is used up. Repeating it answers the same.
 * @throws ApiError `card-used`, `not-allowed-now` before the wait is over.
 */
export async function redeemCard(
  deps: Outside & Pick<AppDependencies, 'random'>,
  tx: Query,
  { code, accountId }: CardUse,
): Promise<PassedShop> {
  const { clock, secret } = deps
  const found = await lockCardByHash(tx, hashOfCardCode(secret, code))
  const passing = (card: PaperCardRow) => ({ shopId: card.shop_id, accountId, request: card.id })
  if (found?.used_by === accountId && (await ownsShop(tx, accountId, found.shop_id)))
    return passShop(deps, tx, passing(found), true)
  const card = requireWorking(found)
  if (stateFor(card, accountId, clock()).state !== 'due') throw new ApiError('not-allowed-now')
  await tx
    .updateTable('paper_card')
    .set({ ended_at: clock(), used_by: accountId })
    .where('code_hash', '=', card.code_hash)
    .execute()
  return passShop(deps, tx, passing(card), false)
}
