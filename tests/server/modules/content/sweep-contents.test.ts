import { RECEIVER_RETENTION_MS, RECORDS_RETENTION_MS } from '@/domain/shop/personal-data'
import type { ContentSource } from '../../../../server/db/content-tables'
import { sweepContents } from '../../../../server/modules/content/forget-contents'
import { addContents, fileId, textId } from '../../../../server/modules/content/store'
import { environmentPerTest } from '../../support/test-environment'

const env = environmentPerTest()

const DAY_MS = 86_400_000

/** Adds a text or a file with a verdict of now. */
async function add(
  id: string,
  place: 'order-note' | 'shop-name' | '',
  verdict: 'pass' | 'risky',
  source: ContentSource = 'words',
) {
  const { db, clock } = env.deps
  const kind = id.startsWith('photo') ? ('photo' as const) : ('text' as const)
  const content = { id, kind, text: kind === 'text' ? id : null, place }
  await db.withTx((tx) => addContents(tx, { contents: [content], shopId: 's', accountId: 'a', now: clock() }))
  await db.query
    .updateTable('content')
    .set({ verdict, source, decided_at: clock() })
    .where('id', '=', id)
    .execute()
}

const left = async () =>
  (await env.deps.db.query.selectFrom('content').select('id').orderBy('id').execute()).map(({ id }) => id)

const sweep = () => sweepContents(env.deps)

describe('sweepContents', () => {
  it('forgets passed texts after ninety days, but not those that an operator has passed, nor risky ones', async () => {
    await add(textId('核桃'), 'shop-name', 'pass')
    await add(textId('手机跑分'), 'shop-name', 'pass', 'operator')
    await add(textId('违禁品'), 'shop-name', 'risky')
    env.advance(90 * DAY_MS)
    await sweep()
    expect(await left()).toHaveLength(3)
    env.advance(1)
    await sweep()
    expect(await left()).toEqual([textId('手机跑分'), textId('违禁品')].sort())
  })

  it('remembers a risky text of an order by its hash, until orders are forgotten', async () => {
    await add(textId('要违禁品'), 'order-note', 'risky')
    env.advance(RECEIVER_RETENTION_MS + 1)
    await sweep()
    const [row] = await env.deps.db.query.selectFrom('content').selectAll().execute()
    expect(row).toMatchObject({ id: textId('要违禁品'), text: null, verdict: 'risky' })
    expect(await env.deps.db.query.selectFrom('content_use').selectAll().execute()).toEqual([])
    env.advance(RECORDS_RETENTION_MS)
    await sweep()
    expect(await left()).toEqual([])
  })

  it('forgets a passed photo that was deleted, and remembers a hidden one, which may be uploaded again', async () => {
    const [passed, hidden, stored] = ['a', 'b', 'c'].map((sign) => sign.repeat(32)) as [
      string,
      string,
      string,
    ]
    await add(fileId('photo', passed), '', 'pass')
    await add(fileId('photo', hidden), '', 'risky')
    await add(fileId('photo', stored), '', 'pass')
    const photo = { id: 'p', account_id: 'a', hash: stored, unused_since: 0, bytes: 1 }
    await env.deps.db.query.insertInto('photo').values(photo).execute()
    await sweep()
    expect(await left()).toEqual([fileId('photo', hidden), fileId('photo', stored)])
  })
})
