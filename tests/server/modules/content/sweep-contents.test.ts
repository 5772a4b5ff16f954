import { RECEIVER_RETENTION_MS } from '@/domain/shop/personal-data'
import { sweepContents } from '../../../../server/modules/content/forget-contents'
import { addContents, fileId, textId } from '../../../../server/modules/content/store'
import { environmentPerTest } from '../../support/test-environment'

const env = environmentPerTest()

const DAY_MS = 86_400_000

/** Adds a text or a file with a verdict of now. */
async function add(id: string, place: 'order-note' | 'shop-name' | '', verdict: 'pass' | 'risky') {
  const { db, clock } = env.deps
  const kind = id.startsWith('photo') ? ('photo' as const) : ('text' as const)
  const content = { id, kind, text: kind === 'text' ? id : null, place }
  await db.withTx((tx) => addContents(tx, { contents: [content], shopId: 's', accountId: 'a', now: clock() }))
  await db.query.updateTable('content').set({ verdict, decided_at: clock() }).where('id', '=', id).execute()
}

const left = async () =>
  (await env.deps.db.query.selectFrom('content').select('id').orderBy('id').execute()).map(({ id }) => id)

describe('sweepContents', () => {
  it('forgets passed texts after ninety days, and keeps risky ones', async () => {
    await add(textId('核桃'), 'shop-name', 'pass')
    await add(textId('违禁品'), 'shop-name', 'risky')
    env.advance(90 * DAY_MS)
    await sweepContents(env.deps)
    expect(await left()).toHaveLength(2)
    env.advance(1)
    await sweepContents(env.deps)
    expect(await left()).toEqual([textId('违禁品')])
  })

  it('deletes texts of orders at the end of their term', async () => {
    await add(textId('要违禁品'), 'order-note', 'risky')
    env.advance(RECEIVER_RETENTION_MS + 1)
    await sweepContents(env.deps)
    expect(await left()).toEqual([])
  })

  it('deletes the verdict of a photo once the photo is deleted, and no earlier', async () => {
    const hash = 'a'.repeat(32)
    await add(fileId('photo', hash), '', 'risky')
    const photo = { id: 'p', account_id: 'a', hash, unused_since: 0, bytes: 1 }
    await env.deps.db.query.insertInto('photo').values(photo).execute()
    await sweepContents(env.deps)
    expect(await left()).toHaveLength(1)
    await env.deps.db.query.deleteFrom('photo').execute()
    await sweepContents(env.deps)
    expect(await left()).toEqual([])
    expect(await env.deps.db.query.selectFrom('content_use').selectAll().execute()).toEqual([])
  })
})
