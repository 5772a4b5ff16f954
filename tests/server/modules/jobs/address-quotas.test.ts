import { readQuotas } from '../../../../server/quota-settings'
import { type ApiClient, signIn } from '../../support/api-client'
import { joinTestLesson, openTestLesson } from '../../support/centre'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { openShop, placeTestOrder, productDraft } from '../../support/test-shop'

let env: TestEnvironment | undefined
afterEach(() => env?.app.close())

/** Creates an environment with limits by address and these quotas over the defaults. */
async function createLimited(
  quotas: Partial<ReturnType<typeof readQuotas>>,
  trustProxy: string[] = [],
): Promise<TestEnvironment> {
  const settings = { rateLimits: true, trustProxy, quotas: { ...readQuotas({}), ...quotas } }
  env = await createTestEnvironment({ settings })
  return env
}

const request = () => ({ trade: 'nuts', products: [{ id: newId(), ...productDraft() }] })
const open = (person: ApiClient) => person.call(`PUT /api/shops/${newId()}`, request())
const codeOf = (answer: { json(): unknown }) => (answer.json() as { code?: string }).code

describe('quota of shops per address', () => {
  it('allows thirty accounts behind one address to open their shops', async () => {
    const { app } = await createLimited({})
    const people = await Promise.all(Array.from({ length: 30 }, () => signIn(app)))
    const answers = await Promise.all(people.map((person) => open(person)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(200))
  })

  it('rejects one shop too many until ten minutes are over', async () => {
    const { app, advance, deps } = await createLimited({ shopsPerAddress: 3 })
    const people = await Promise.all(Array.from({ length: 8 }, () => signIn(app)))
    const answers = await Promise.all(people.map((person) => open(person)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
    const refused = answers.find(({ statusCode }) => statusCode !== 200)
    expect(refused?.statusCode).toBe(429)
    expect(codeOf(refused ?? { json: () => ({}) })).toBe('address-quota')
    expect(refused?.headers['retry-after']).toBe('600')
    expect(refused?.json().title).not.toContain('daily')
    advance(10 * 60_000)
    expect((await open(people[0] as ApiClient)).statusCode).toBe(200)
    const rows = await deps.db.query.selectFrom('address_day').selectAll().orderBy('day').execute()
    expect(rows.map(({ shops }) => shops)).toEqual([3, 1])
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1')
  })

  it('does not count the shops of learners in a lesson', async () => {
    const at = await createLimited({ shopsPerAddress: 2 })
    const lesson = await openTestLesson(at)
    const learners = await Promise.all(Array.from({ length: 4 }, () => joinTestLesson(at, lesson)))
    for (const learner of learners) expect((await open(learner)).statusCode).toBe(200)
    const act = { id: newId(), action: 'end' }
    await lesson.teacher.call(`POST /api/lessons/${lesson.lessonId}/actions`, act)
    const codes = []
    for (const learner of learners) codes.push((await open(learner)).statusCode)
    expect(codes).toEqual([200, 200, 429, 429])
  })

  it('counts neither the shops nor the uploads of an account with a shop of a day’s age that has an order', async () => {
    const at = await createLimited({ shopsPerAddress: 2, bytesPerAddressDay: 1 })
    const shop = await openShop(at)
    await placeTestOrder(shop, await signIn(at.app))
    at.advance(86_400_000)
    const strangers = await Promise.all(Array.from({ length: 3 }, () => signIn(at.app)))
    const codes = []
    for (const stranger of strangers) codes.push((await open(stranger)).statusCode)
    expect(codes).toEqual([200, 200, 429])
    const photo = await picture(40, 30, '#7a4a20').jpeg().toBuffer()
    const send = async (person: ApiClient) => (await sendPhoto(at.app, person, newId(), photo)).statusCode
    expect([await send(strangers[0] as ApiClient), await send(shop.owner)]).toEqual([429, 200])
    expect((await open(shop.owner)).statusCode).toBe(200)
  })

  it('gives an IPv6 /56 four times and a /48 sixteen times the limit of a /64', async () => {
    const at = await createLimited({ shopsPerAddress: 1 }, ['loopback'])
    const openFrom = async (address: string) => {
      const person = await signIn(at.app)
      const headers = { 'x-forwarded-for': address }
      return (await person.call(`PUT /api/shops/${newId()}`, request(), headers)).statusCode
    }
    const codes = []
    for (let subnet = 0; subnet < 20; subnet++) codes.push(await openFrom(`2001:db8:1:a2${subnet + 10}::1`))
    expect(codes).toEqual([...Array(4).fill(200), ...Array(16).fill(429)])
    for (let block = 0; block < 12; block++) expect(await openFrom(`2001:db8:1:${block + 10}00::1`)).toBe(200)
    expect(await openFrom('2001:db8:1:b00::1')).toBe(429)
    expect(await openFrom('2001:db8:2:b00::1')).toBe(200)
  })
})
