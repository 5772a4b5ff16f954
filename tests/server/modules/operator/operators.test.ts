import { HOUR_MS } from '../../../../server/jobs/intervals'
import {
  endOperator,
  makeOperatorLink,
  OPERATOR_SESSION_MS,
  sweepOperators,
} from '../../../../server/modules/operator/operators'
import { signIn } from '../../support/api-client'
import { operatorCode, signInOperator } from '../../support/operator'
import { environmentPerTest } from '../../support/test-environment'

const env = environmentPerTest()
const statusOf = async (client: Awaited<ReturnType<typeof signIn>>) =>
  (await client.call('GET /api/operator')).statusCode

describe('POST /api/operator/session', () => {
  it('signs an account in for twelve hours, and says so again to the same account', async () => {
    const client = await signIn(env.app)
    expect(await statusOf(client)).toBe(404)
    const code = await operatorCode(env)
    const first = await client.call('POST /api/operator/session', { code })
    expect(first.json()).toEqual({ name: '值班员', until: env.deps.clock() + OPERATOR_SESSION_MS })
    expect((await client.call('POST /api/operator/session', { code })).statusCode).toBe(200)
    expect((await client.call('GET /api/operator')).json()).toMatchObject({
      ...{ name: '值班员', waiting: { reports: 0, contents: 0, money: 0, jobs: 0 } },
    })
    env.advance(OPERATOR_SESSION_MS)
    expect(await statusOf(client)).toBe(404)
  })

  it('refuses unknown, used, replaced and expired codes', async () => {
    const client = await signIn(env.app)
    const codeOf = async (code: string) =>
      (await client.call('POST /api/operator/session', { code })).json().code
    expect(await codeOf('x'.repeat(32))).toBe('code-wrong')
    const used = await operatorCode(env)
    await (await signIn(env.app)).call('POST /api/operator/session', { code: used })
    expect(await codeOf(used)).toBe('code-used')
    const replaced = await operatorCode(env)
    const last = await operatorCode(env)
    expect(await codeOf(replaced)).toBe('code-wrong')
    env.advance(HOUR_MS)
    expect(await codeOf(last)).toBe('code-expired')
    expect(await statusOf(client)).toBe(404)
  })

  it('ends with the sign-out, and with the operator', async () => {
    const one = await signInOperator(env)
    const two = await signInOperator(env)
    expect((await one.call('DELETE /api/operator/session')).json()).toEqual({ ended: true })
    expect([await statusOf(one), await statusOf(two)]).toEqual([404, 200])
    const link = await operatorCode(env)
    const end = (name: string) => env.deps.db.withTx((tx) => endOperator(env.deps, tx, name))
    expect(await end('值班员')).toBe(true)
    expect(await end('值班员')).toBe(false)
    expect(await statusOf(two)).toBe(404)
    const again = await two.call('POST /api/operator/session', { code: link })
    expect(again.json().code).toBe('code-wrong')
  })
})

it('deletes expired links and sessions', async () => {
  await signInOperator(env)
  await env.deps.db.withTx((tx) => makeOperatorLink(env.deps, tx, '另一位'))
  const rows = async () => {
    const { query } = env.deps.db
    const links = await query.selectFrom('operator_link').selectAll().execute()
    return [links.length, (await query.selectFrom('operator_session').selectAll().execute()).length]
  }
  const sweep = () => env.deps.db.withTx((tx) => sweepOperators(tx, env.deps.clock()))
  await sweep()
  expect(await rows()).toEqual([2, 1])
  env.advance(HOUR_MS)
  await sweep()
  expect(await rows()).toEqual([0, 1])
  env.advance(OPERATOR_SESSION_MS)
  await sweep()
  expect(await rows()).toEqual([0, 0])
})
