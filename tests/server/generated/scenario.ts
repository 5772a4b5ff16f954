import { type CompiledQuery, sql } from 'kysely'
import type { StaffRole } from '@/domain/access'
import { isPostgres } from '../../../server/db/engine'
import type { AppSettings } from '../../../server/dependencies'
import { readQuotas } from '../../../server/quota-settings'
import { perFile } from '../../support/per-test'
import { type ApiClient, answered, call, createApiClient, deviceCookieOf } from '../support/api-client'
import { appointTo, COUNTY, joinTestLesson, openTestLesson, TOWN } from '../support/centre'
import { FAKE_WORLDS } from '../support/demo-worlds'
import { makeOperator } from '../support/operator'
import { REDIRECTING_WECHAT_PAY } from '../support/payments'
import { picture } from '../support/pictures'
import { acceptCode, openHelpedShop } from '../support/stories/helped-shop'
import { sendPhoto } from '../support/stories/send-media'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { openShop, placeTestOrder } from '../support/test-shop'
import { testSms } from '../support/test-sms'
import { testWebPush } from '../support/web-push'
import { wechatByCode } from '../support/wechat'
import { findPersonalData } from './find-leaks'
import type { Tally } from './status-tally'

/** One shop with an owner, a buyer and an order, and the texts that only they may see. */
export type ShopParty = Awaited<ReturnType<typeof createShopParty>>

/** A lesson and its people. */
export type Classroom = Awaited<ReturnType<typeof createClassroom>>

/** Two independent shops, a lesson, an operator, an account without any of them, and the log of the server. */
export type Scenario = Awaited<ReturnType<typeof createScenario>>

/** Signs in on a new device; returns an API client that also has the device cookie. */
export async function signInWithCookie(env: TestEnvironment) {
  const answer = await call(env.app, 'POST /api/sessions', { provider: 'device' })
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return { ...createApiClient(env.app, token, accountId), cookie: deviceCookieOf(answer) ?? '' }
}

const DIGITS = { a: '7461', b: '8352' } as const
type Name = keyof typeof DIGITS

const receiverOf = (name: Name) => ({
  name: `收货人密${DIGITS[name]}`,
  phone: `1380000${DIGITS[name]}`,
  address: `城关镇密路${DIGITS[name]}号`,
})

async function photoOf(env: TestEnvironment, owner: ApiClient, color: string) {
  const bytes = await picture(40, 30, color).jpeg().toBuffer()
  const sent = sendPhoto(env.app, owner, newId(), bytes)
  const { id, hash } = await answered<{ id: string; hash: string }>(sent)
  return { photoId: id, photoHash: hash }
}

export const STOCK = 500_000

async function createHiddenProduct(owner: ApiClient, shopId: string, name: Name): Promise<string> {
  const hiddenId = newId()
  const body = {
    ...{ version: 0, name: `未上架密${DIGITS[name]}`, unit: '斤', photos: [], onSale: false },
    skus: [{ id: newId(), price: 100, stock: 1 }],
  }
  await answered(owner.call(`PUT /api/shops/${shopId}/products/${hiddenId}`, body))
  return hiddenId
}

async function createShopParty(env: TestEnvironment, name: Name) {
  const [owner, buyer] = [await signInWithCookie(env), await signInWithCookie(env)]
  const { photoId, photoHash } = await photoOf(env, owner, name === 'a' ? '#7a4a20' : '#204a7a')
  const shop = await openShop(env, {
    owner,
    stock: STOCK,
    request: {
      name: `小店${name}`,
      place: '城关镇',
      phone: '13911112222',
      fulfilments: ['local', 'pickup', 'courier', 'on-site'],
      payments: ['on-delivery', 'on-pickup'],
    },
  })
  const receiver = receiverOf(name)
  const note = `留言密${DIGITS[name]}`
  const order = await placeTestOrder(shop, buyer, { receiver, note })
  // not on sale, with a unique name
  const hiddenId = await createHiddenProduct(owner, shop.shopId, name)
  return {
    ...{ owner, buyer, shop, order, photoId, photoHash, hiddenId },
    // texts for the owner only, then for owner and buyer, then secrets of each
    owners: [hiddenId, `未上架密${DIGITS[name]}`],
    orders: [order.id, note, ...Object.values(receiver)],
    secrets: {
      owner: [owner.token, owner.cookie, owner.accountId, shop.key],
      buyer: [buyer.token, buyer.cookie, buyer.accountId],
    },
  }
}

/** 抛沙镇, where the other trainer teaches. */
export const OTHER_TOWN = '621221105'

async function createClassroom(env: TestEnvironment, { owner, shop }: ShopParty) {
  const person = async (centre?: string, role?: StaffRole) => {
    const client = await signInWithCookie(env)
    if (centre && role) await appointTo(env, client, centre, role)
    return client
  }
  const teacher = await person(TOWN, 'trainer')
  const lesson = await openTestLesson(env, 'real', teacher)
  const [screen, screenId] = [await person(), newId()]
  const { code } = (await screen.call(`PUT /api/lesson-screens/${screenId}`)).json<{ code: string }>()
  await teacher.call(`POST /api/lessons/${lesson.lessonId}/screens`, { code })
  const learner = await person()
  await joinTestLesson(env, lesson, learner)
  const [opener, helper] = [await person(OTHER_TOWN, 'trainer'), await person(OTHER_TOWN, 'trainer')]
  await shareShop(owner, shop.shopId, helper)
  return {
    // the opener opened a shop for somebody; the helper may change everything in shop a for an hour
    ...{ teacher, lesson, screen, screenId, learner, opener, openerTown: OTHER_TOWN, helper },
    helped: await openHelpedShop(env, opener, {}, OTHER_TOWN),
    county: await person(COUNTY, 'county'),
    keeper: await person(TOWN, 'keeper'),
    otherTrainer: await person(OTHER_TOWN, 'trainer'),
  }
}

/** The owner lets somebody of another town change everything in her shop for an hour. */
export async function shareShop(owner: ApiClient, shopId: string, helper: ApiClient): Promise<void> {
  const parts = ['products', 'settings', 'contact', 'look']
  const offered = await owner.call(`PUT /api/shops/${shopId}/help-offers/${newId()}`, { parts })
  const taken = await acceptCode(helper, offered.json<{ letters: string }>().letters, OTHER_TOWN)
  if (taken.statusCode !== 200) throw new Error(taken.body)
}

/** Creates an environment with everything that a request can be about. */
export async function createScenario(changed: Partial<AppSettings> = {}) {
  const log: string[] = []
  const env = await createTestEnvironment({
    logging: { level: 'trace', stream: { write: (line) => void log.push(line) } },
    wechat: { ...wechatByCode(), codeToOpenid: async (code) => `openid-of-${code}` },
    payments: REDIRECTING_WECHAT_PAY,
    // requests open shops for one owner
    settings: { quotas: { ...readQuotas({}), shopsPerAccount: 10_000 }, ...changed },
    demoWorlds: FAKE_WORLDS,
    webPush: testWebPush(['https://push.example.org']),
    sms: testSms,
  })
  const [a, b] = [await createShopParty(env, 'a'), await createShopParty(env, 'b')]
  const classroom = await createClassroom(env, a)
  const [stranger, operator] = [await signInWithCookie(env), await signInWithCookie(env)]
  await makeOperator(env, operator)
  return { env, a, b, classroom, stranger, operator, log }
}

/**
 * Creates a scenario for the tests of a file. Afterwards the log must contain no personal data, and the number of
 * requests is printed.
 */
export function withScenario(tally: Tally, changed?: Partial<AppSettings>): Scenario {
  const made = perFile(() => createScenario(changed))
  afterAll(async () => {
    tally.print()
    await made.env.app.close()
    expect(made.log.length).toBeGreaterThan(0)
    expect(findPersonalData(made, made.log.join(''))).toEqual([])
  })
  return made
}

interface TableReader {
  name: string
  select: CompiledQuery<object>
}

const readersByEnvironment = new WeakMap<TestEnvironment, TableReader[]>()

/** Returns a query for all rows of each table, compiled once because snapshots are taken for each request. */
async function tableReaders(env: TestEnvironment): Promise<TableReader[]> {
  const known = readersByEnvironment.get(env)
  if (known) return known
  const { query } = env.deps.db
  const readers = (await query.introspection.getTables()).map(({ name }) => ({
    name,
    select: query
      .selectFrom(name as 'shop')
      .selectAll()
      .compile(),
  }))
  readersByEnvironment.set(env, readers)
  return readers
}

/** The last snapshot of each environment, and the state of which it was taken. */
const snapshots = new WeakMap<TestEnvironment, { state: string; text: string }>()

/** Counts the rows that the only connection of a test's SQLite database has ever changed. */
const COUNT_CHANGES = sql<{ changes: number }>`select total_changes() as changes`

/** A digest of all rows, which PostgreSQL computes in a tenth of the time that reading them takes. */
async function digestOf(env: TestEnvironment): Promise<unknown> {
  const tables = (await tableReaders(env)).map(
    ({ name }) => sql`(select string_agg(row::text, ';' order by row::text) from ${sql.table(name)} as row)`,
  )
  const digest = sql`select md5(concat_ws('|', ${sql.join(tables)})) as digest`
  return (await digest.execute(env.deps.db.query)).rows
}

/** What changes with every row that changes. */
const stateOf = async (env: TestEnvironment): Promise<unknown> =>
  isPostgres(env.deps.db.query) ? digestOf(env) : (await COUNT_CHANGES.execute(env.deps.db.query)).rows

async function readAll(env: TestEnvironment): Promise<string> {
  const { query } = env.deps.db
  const rowsOf = async ({ name, select }: TableReader) => {
    const { rows } = await query.executeQuery(select)
    return [name, rows.map((row) => JSON.stringify(row)).sort()]
  }
  const rows = await Promise.all((await tableReaders(env)).map(rowsOf))
  return JSON.stringify([rows, env.blobs.names()])
}

/** Returns all rows and blob names as one text, which is the same text until something has changed. */
export async function takeSnapshot(env: TestEnvironment): Promise<string> {
  const state = JSON.stringify([await stateOf(env), env.blobs.names()])
  const last = snapshots.get(env)
  if (last?.state === state) return last.text
  const text = await readAll(env)
  snapshots.set(env, { state, text })
  return text
}
