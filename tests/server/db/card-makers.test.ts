import { sql } from 'kysely'
import { cardMaker } from '../../../server/db/migrations/0033-card-maker'
import { makeTestCard, openHelpedShop, takeOver } from '../support/stories/helped-shop'
import { environmentPerTest } from '../support/test-environment'
import { openShop } from '../support/test-shop'

const env = environmentPerTest()

/** The shops whose card works. */
async function shopsWithCard(): Promise<string[]> {
  const rows = await env.deps.db.query
    .selectFrom('paper_card')
    .select('shop_id')
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(({ shop_id }) => shop_id).sort()
}

describe('0033-card-maker', () => {
  it('ends the cards that are older than all owners, and leaves those of owners and of shops that wait', async () => {
    const { query } = env.deps.db
    const [own, waiting, taken] = [await openShop(env), await openHelpedShop(env), await openHelpedShop(env)]
    env.advance(1)
    await makeTestCard(own.owner, own.shopId)
    await makeTestCard(waiting.helper, waiting.shopId)
    await makeTestCard(taken.helper, taken.shopId)
    env.advance(1)
    await takeOver(env, taken)
    // as earlier versions left it
    await query.updateTable('paper_card').set({ ended_at: null }).execute()
    await query.schema.dropIndex('paper_card_maker').execute()
    await sql`alter table paper_card drop column made_by`.execute(query)
    await cardMaker.up(query)
    expect(await shopsWithCard()).toEqual([own.shopId, waiting.shopId].sort())
    const cards = await query.selectFrom('paper_card').select('made_by').execute()
    expect(cards).toEqual([{ made_by: null }, { made_by: null }, { made_by: null }])
  })
})
