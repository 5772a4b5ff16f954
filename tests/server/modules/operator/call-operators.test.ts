import { createGroupRobot } from '../../../../server/gateways/group-robot'
import { addJob } from '../../../../server/jobs/jobs'
import { CALL_EVERY_MS } from '../../../../server/modules/operator/call-operators'
import { readOperatorWebhook } from '../../../../server/operator-settings'
import { signIn } from '../../support/api-client'
import { type RobotSimulator, startRobotSimulator } from '../../support/group-robot'
import { signInOperator } from '../../support/operator'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, shopPerTest } from '../../support/test-shop'

let robot: RobotSimulator
beforeAll(async () => {
  robot = await startRobotSimulator()
})
afterAll(() => robot.close())
beforeEach(() => {
  robot.texts = []
  robot.fault = undefined
})

const env = environmentPerTest({
  // its address is known when it has started
  groupRobot: { send: (text) => createGroupRobot(robot.webhook).send(text) },
  settings: { publicUrl: 'https://shop.example.org' },
})
const shop = shopPerTest(env)

const report = async (slug: { shopId: string } = shop) =>
  (await signIn(env.app)).call(`PUT /api/shops/${slug.shopId}/report`, { reason: 'fraud' })

/** Runs the job, which exists once, at its next time. */
async function look() {
  const { db, clock } = env.deps
  const job = { id: 'call-operators', kind: 'call-operators', payload: {}, runAt: clock() }
  await db.withTx((tx) => addJob(tx, job))
  await env.runAfter(CALL_EVERY_MS)
}

const FIRST = '值班台：1 家店被举报。https://shop.example.org/console'

describe('operators', () => {
  it('are called once when something comes, and again when there is more', async () => {
    await look()
    expect(robot.texts).toEqual([])
    await report()
    await look()
    await look()
    expect(robot.texts).toEqual([FIRST])
    await report(await openShop(env))
    await look()
    expect(robot.texts).toEqual([FIRST, '值班台：2 家店被举报。https://shop.example.org/console'])
  })

  it('are called again for a report that comes after all were answered', async () => {
    const operator = await signInOperator(env)
    await report()
    await look()
    await operator.call(`POST /api/operator/shops/${shop.shopId}/reports/answered`, { id: newId() })
    await look()
    await report()
    await look()
    expect(robot.texts).toEqual([FIRST, FIRST])
  })

  it.each([45009, 'lost'] as const)(
    'are called at the next time after the robot answered %s',
    async (fault) => {
      await report()
      robot.fault = fault
      await look()
      robot.fault = undefined
      await look()
      expect(robot.texts).toEqual([FIRST])
    },
  )

  it('are called in the morning of what came at night', async () => {
    env.shiftClock(13 * 3_600_000)
    await report()
    await look()
    expect(robot.texts).toEqual([])
    env.shiftClock(9 * 3_600_000)
    await look()
    expect(robot.texts).toEqual([FIRST])
  })
})

describe('OPERATOR_WEBHOOK', () => {
  it('is an address with https, and is not quoted in the message about a wrong one', () => {
    const secret = 'http://qyapi.example.org/send?key=secret'
    expect(() => readOperatorWebhook({ OPERATOR_WEBHOOK: secret })).toThrow(
      /^(?!.*secret).*begins with https/,
    )
    expect(() => readOperatorWebhook({ OPERATOR_WEBHOOK: 'secret' })).toThrow(/^(?!.*secret)/)
    expect(readOperatorWebhook({ OPERATOR_WEBHOOK: 'https://a.example/send?key=1' })).toBe(
      'https://a.example/send?key=1',
    )
    expect(readOperatorWebhook({})).toBeUndefined()
  })
})
