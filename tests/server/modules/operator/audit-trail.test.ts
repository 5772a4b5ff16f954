import { addAuditEntry, checkAuditTrail } from '../../../../server/modules/operator/audit-trail'
import { signInOperator } from '../../support/operator'
import { environmentPerTest } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest()
const check = () => checkAuditTrail(env.deps, env.deps.db.query)
const add = (subject: string) =>
  env.deps.db.withTx((tx) => addAuditEntry(env.deps, tx, { operatorId: null, action: 'run-job', subject }))

beforeEach(async () => {
  for (const subject of ['one', 'two', 'three']) await add(subject)
})

describe('checkAuditTrail', () => {
  it('finds nothing wrong in an untouched trail, nor in an empty one', async () => {
    expect(await check()).toMatchObject({ entries: 3 })
    expect(await check()).not.toHaveProperty('firstWrong')
    await env.deps.db.query.deleteFrom('audit_entry').execute()
    await env.deps.db.query.deleteFrom('audit_head').execute()
    expect(await check()).toEqual({ entries: 0, last: '' })
  })

  it.each([
    ['a changed subject', 2, { subject: 'other' }],
    ['changed details', 2, { details: '{}' }],
    ['a changed operator', 1, { operator_id: 'somebody' }],
    ['a changed moment', 3, { at: 1 }],
  ])('finds %s', async (_, number, change) => {
    await env.deps.db.query.updateTable('audit_entry').set(change).where('number', '=', number).execute()
    expect(await check()).toMatchObject({ entries: number - 1, firstWrong: number })
  })

  it.each([1, 2, 3])('finds that entry %i is missing', async (number) => {
    await env.deps.db.query.deleteFrom('audit_entry').where('number', '=', number).execute()
    expect(await check()).toMatchObject({ entries: number - 1, firstWrong: number })
  })

  it('finds that the last entry is missing with the head set back, once another secret signed it', async () => {
    const other = { ...env.deps, secret: `${env.deps.secret}x` }
    await env.deps.db.withTx((tx) =>
      addAuditEntry(other, tx, { operatorId: null, action: 'run-job', subject: 'forged' }),
    )
    expect(await check()).toMatchObject({ entries: 3, firstWrong: 4 })
  })

  it('stays right when entries are added at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => add(String(i))))
    expect(await check()).toMatchObject({ entries: 15 })
    expect(await check()).not.toHaveProperty('firstWrong')
  })
})

describe('GET /api/operator/audit', () => {
  it('lists actions with their operator and facts, the newest first, in pages', async () => {
    const operator = await signInOperator(env, '值班员一')
    const { shopId, slug } = await openShop(env)
    const body = { blocked: true, reason: '卖野味', ownerReason: '不能卖野生动物' }
    await operator.call(`PUT /api/operator/shops/${shopId}/block`, body)
    const { items } = (await operator.call('GET /api/operator/audit')).json()
    expect(items.slice(0, 2)).toMatchObject([
      {
        ...{ number: 6, action: 'block', operator: '值班员一', subject: slug },
        facts: [
          { name: 'reason', value: '卖野味' },
          { name: 'ownerReason', value: '不能卖野生动物' },
        ],
      },
      { number: 5, action: 'sign-in', operator: '值班员一', subject: '值班员一', facts: [] },
    ])
    for (let i = 0; i < 50; i++) await add(String(i))
    const first = (await operator.call('GET /api/operator/audit')).json()
    expect(first.items).toHaveLength(50)
    const second = (await operator.call(`GET /api/operator/audit?before=${first.next}`)).json()
    expect(second.items[0].number).toBe(first.items.at(-1).number - 1)
    expect(second.next).toBeUndefined()
  })
})
