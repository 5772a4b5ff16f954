import type { Handover, HandoverDraft } from '@/contract/shop/handovers'
import type { Photo } from '@/domain/photo'
import type { SharedPart } from '@/domain/shop/help'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { centreOf } from '../centres/centre-of'
import { findActingHelps } from '../helps/store'
import { findPhoto } from '../photos/store'
import { mustFindShop } from '../shops/store'
import type { HandoverRow } from './store'

/** A draft's photo as the other phone loads it; `undefined` once the draft was received. */
export async function photoOfDraft(db: Query, { photo_id }: HandoverRow): Promise<Photo | undefined> {
  const photo = photo_id === null ? undefined : await findPhoto(db, photo_id)
  return photo && { id: photo.id, hash: photo.hash }
}

async function photoOfShop(db: Query, shopId: string): Promise<Photo | undefined> {
  const row = await db
    .selectFrom('product')
    .select('photos')
    .where('shop_id', '=', shopId)
    .where('photos', '!=', '[]')
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return row && readJson<Photo[]>(row.photos)[0]
}

async function describeDraft(db: Query, row: HandoverRow) {
  const draft = row.draft === null ? undefined : readJson<HandoverDraft>(row.draft)
  const photo = await photoOfDraft(db, row)
  const name = draft ? draft.ownName || draft.words.join('') + draft.good : ''
  return { name, trade: draft?.trade ?? 'plain', ...(photo ? { photo } : {}) } as const
}

async function describeShop(db: Query, { shop_id }: HandoverRow) {
  const { name, trade } = await mustFindShop(db, shop_id)
  const photo = await photoOfShop(db, shop_id)
  return { name, trade, ...(photo ? { photo } : {}) }
}

/** Describes a hand-over for who is asked whether to take it. */
export async function describeHandover(
  { settings, clock }: Pick<AppDependencies, 'settings' | 'clock'>,
  db: Query,
  row: HandoverRow,
): Promise<Handover> {
  const acting = { accountId: row.giver, shopId: row.shop_id, now: clock() }
  const [help] = row.kind === 'help' ? [] : await findActingHelps(db, acting)
  return {
    ...{ kind: row.kind, expiresAt: row.expires_at },
    ...(await (row.kind === 'draft' ? describeDraft(db, row) : describeShop(db, row))),
    ...(help ? { from: { helper: help.actor, centre: centreOf(settings.centres, help.centre) } } : {}),
    ...(row.parts === null ? {} : { parts: readJson<SharedPart[]>(row.parts) }),
  }
}
