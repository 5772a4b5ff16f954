import { DAY_MS } from '../../../../server/jobs/intervals'
import { type ApiClient, answered, call, signIn } from '../../support/api-client'
import { signInOperator } from '../../support/operator'
import { environmentPerTest } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest()

const read = async (path: string) => (await call(env.app, `GET /api/documents${path}`)).json()
const rules = async () =>
  (await read('')).items.find(({ kind }: { kind: string }) => kind === 'rules').versions

const announcement = (days: number, more: object = {}) => ({
  ...{ text: '# 规则\n卖真货。', changes: '写得短些', isImportant: false },
  ...{ effectiveAt: env.deps.clock() + days * DAY_MS, ...more },
})

const announce = (operator: ApiClient, body: object) =>
  operator.call('PUT /api/operator/documents/rules/announced', body)

const today = async (owner: ApiClient, shopId: string) =>
  answered<{ documents?: object[] }>(owner.call(`GET /api/shops/${shopId}/today`))

describe('documents', () => {
  it('begin with the texts of the program, which name the operator', async () => {
    expect(
      (await read('')).items.map(({ kind, versions }: { kind: string; versions: object[] }) => [
        kind,
        versions,
      ]),
    ).toEqual([
      ['agreement', [{ version: 1 }]],
      ['rules', [{ version: 1 }]],
      ['privacy', [{ version: 1 }]],
    ])
    for (const kind of ['agreement', 'rules', 'privacy'])
      expect((await read(`/${kind}/versions/1`)).text).toMatch(/^# [\s\S]+改这份/)
    expect((await read('/rules/versions/2')).code).toBe('not-found')
  })

  it('change seven days after the announcement, important ones after fifteen', async () => {
    await openShop(env)
    const operator = await signInOperator(env)
    const early = await announce(operator, announcement(6.9))
    expect(early.json()).toMatchObject({ code: 'bad-input', fields: [{ path: '/effectiveAt' }] })
    expect((await announce(operator, announcement(14.9, { isImportant: true }))).statusCode).toBe(400)
    const body = announcement(7)
    expect((await announce(operator, body)).json()).toEqual({ version: 2, effectiveAt: body.effectiveAt })
    expect((await announce(operator, body)).json()).toEqual({ version: 2, effectiveAt: body.effectiveAt })
    expect((await announce(operator, announcement(9))).json().code).toBe('not-allowed-now')
    expect(await rules()).toEqual([
      {
        ...{ version: 2, changes: '写得短些', isImportant: false },
        ...{ announcedAt: env.deps.clock(), effectiveAt: body.effectiveAt },
      },
      { version: 1 },
    ])
    env.advance(8 * DAY_MS)
    const again = await signInOperator(env)
    expect((await announce(again, announcement(15, { isImportant: true }))).json().version).toBe(3)
    expect((await rules()).map(({ version }: { version: number }) => version)).toEqual([3, 2, 1])
  })

  it('change at once while there is no shop', async () => {
    const operator = await signInOperator(env)
    expect((await announce(operator, announcement(0))).json().version).toBe(2)
  })

  it('can be withdrawn before they have an effect, and keep their numbers', async () => {
    await openShop(env)
    const operator = await signInOperator(env)
    const withdraw = (client: ApiClient) => client.call('DELETE /api/operator/documents/rules/announced')
    expect((await withdraw(operator)).statusCode).toBe(404)
    await answered(announce(operator, announcement(8)))
    expect((await withdraw(operator)).json()).toEqual({ withdrawn: true })
    expect(await rules()).toEqual([{ version: 1 }])
    expect((await read('/rules/versions/2')).code).toBe('not-found')
    expect((await announce(operator, announcement(8))).json().version).toBe(3)
    env.advance(8 * DAY_MS)
    expect((await withdraw(await signInOperator(env))).statusCode).toBe(404)
    const { items } = (await (await signInOperator(env)).call('GET /api/operator/audit')).json()
    const done = items.map(({ action, subject }: Record<string, string>) => `${action} ${subject}`)
    expect(done).toContain('withdraw-document rules 2')
    expect(done.filter((one: string) => one.startsWith('withdraw'))).toHaveLength(1)
  })
})

describe('a consent', () => {
  it('is stored with the version in force, once', async () => {
    const person = await signIn(env.app)
    const agree = (body: object) => person.call('PUT /api/me/consents', body)
    const first = env.deps.clock()
    expect((await agree({ kinds: ['agreement', 'privacy'] })).json()).toEqual({ agreed: true })
    env.advance(DAY_MS)
    await agree({ kinds: ['agreement'] })
    const rows = await env.deps.db.query.selectFrom('consent').selectAll().orderBy('kind').execute()
    expect(rows).toEqual([
      { account_id: person.accountId, kind: 'agreement', version: 1, agreed_at: first },
      { account_id: person.accountId, kind: 'privacy', version: 1, agreed_at: first },
    ])
    expect((await agree({ kinds: ['rules'], version: 2 })).statusCode).toBe(404)
  })

  it('to an announced version ends the owner’s to-do', async () => {
    const { owner, shopId } = await openShop(env)
    expect((await today(owner, shopId)).documents).toBeUndefined()
    const operator = await signInOperator(env)
    const { effectiveAt } = announcement(8)
    await answered(announce(operator, announcement(8)))
    expect((await today(owner, shopId)).documents).toEqual([{ kind: 'rules', version: 2, effectiveAt }])
    await answered(owner.call('PUT /api/me/consents', { kinds: ['rules'] }))
    expect((await today(owner, shopId)).documents).toHaveLength(1)
    await answered(owner.call('PUT /api/me/consents', { kinds: ['rules'], version: 2 }))
    expect((await today(owner, shopId)).documents).toBeUndefined()
  })
})
