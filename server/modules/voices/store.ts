import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { Tables, VoiceTable } from '../../db/tables'

export const findVoice = (db: Query, id: string): Promise<Selectable<VoiceTable> | undefined> =>
  db.selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirst()

export interface NewVoice {
  id: string
  accountId: string
  hash: string
  ms: number
  now: number
}

export async function addVoice(db: Query, { id, accountId, hash, ms, now }: NewVoice): Promise<void> {
  await db.insertInto('voice').values({ id, account_id: accountId, hash, ms, unused_since: now }).execute()
}

/** True while some voice has this content. */
export async function isVoiceKept(db: Query, hash: string): Promise<boolean> {
  const row = await db.selectFrom('voice').select('id').where('hash', '=', hash).limit(1).executeTakeFirst()
  return row !== undefined
}

const isUnused = (eb: ExpressionBuilder<Tables, 'voice'>) =>
  eb.not(eb.exists(eb.selectFrom('voice_use').select('shop_id').whereRef('voice_id', '=', 'voice.id')))

/** Takes away voices that no look has named since a moment, some at a time; answers their contents. */
export async function removeUnusedVoices(tx: Query, before: number, limit: number): Promise<string[]> {
  const found = await tx
    .selectFrom('voice')
    .select('id')
    .where('unused_since', '<=', before)
    .where(isUnused)
    .orderBy('unused_since')
    .limit(limit)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  if (found.length === 0) return []
  // asked again now that they are held: a look may have begun to name one just before
  const removed = await tx
    .deleteFrom('voice')
    .where(
      'id',
      'in',
      found.map((voice) => voice.id),
    )
    .where(isUnused)
    .returning('hash')
    .execute()
  return removed.map(({ hash }) => hash)
}
