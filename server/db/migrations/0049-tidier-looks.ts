import { type Kysely, type Migration, sql } from 'kysely'

/** The id of the message in each shop: the number of this migration. */
export const TIDIER_LOOKS_MESSAGE = '00000000000000000000000049'

/** What owners read. It stands here because it becomes data of their shops. */
const TEXT =
  '您的店现在看着整齐了一点，您写的话、选的颜色都没动；还添了新样子，想换就到“店铺”的“店面”里点“装修”，再点“换样子”。'

/**
 * Tells the owners of every open shop once that the templates were drawn anew. A blocked shop gets the message as one from before its block:
 * those sent since are marked as read when the block ends.
 */
export const tidierLooks: Migration = {
  async up(db: Kysely<unknown>) {
    const now = Date.now()
    await sql`insert into shop_message (shop_id, id, text, sent_at, read_at)
      select shop_id, ${TIDIER_LOOKS_MESSAGE}, ${TEXT}, coalesce(blocked_at - 1, ${now}), null
      from shop
      where closed_at is null and ended_at is null and waiting_since is null`.execute(db)
  },
}
