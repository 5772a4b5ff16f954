import type { Selectable } from 'kysely'
import type { Query } from '../../db/database'
import type { VoiceTable } from '../../db/media-tables'

export const findVoice = (db: Query, id: string): Promise<Selectable<VoiceTable> | undefined> =>
  db.selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirst()

export interface NewVoice {
  id: string
  accountId: string
  hash: string
  ms: number
  bytes: number | null
  now: number
}

export async function addVoice(db: Query, { id, accountId, hash, ms, bytes, now }: NewVoice): Promise<void> {
  await db
    .insertInto('voice')
    .values({ id, account_id: accountId, hash, ms, bytes, unused_since: now })
    .execute()
}
