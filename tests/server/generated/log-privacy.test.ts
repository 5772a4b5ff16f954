import { picture } from '../support/pictures'
import { newId, type TestEnvironment } from '../support/test-environment'
import { SHARED_APPID } from '../support/wechat'
import { findPersonalData } from './find-leaks'
import { FORM_TYPE, filePart, formOf } from './requests/multipart-form'
import { withScenario } from './scenario'
import { Tally } from './status-tally'

const tally = new Tally('server errors')

const scenario = withScenario(tally)

const SECRET = '13712345678'

/** Sends a request while something is broken; returns the status and checks the answer for personal data. */
async function sendAndCheck(
  route: string,
  who = scenario.a.owner,
  payload?: Buffer | string,
): Promise<number> {
  const [method, url] = route.split(' ') as ['GET', string]
  const type = Buffer.isBuffer(payload) ? FORM_TYPE : 'application/json'
  const headers = { authorization: `Bearer ${who.token}`, ...(payload ? { 'content-type': type } : {}) }
  const answer = await scenario.env.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  tally.add(route.replace(/[0-9A-Z]{26}/g, ':id'), answer.statusCode)
  if (answer.statusCode >= 500) expect(findPersonalData(scenario, answer.body)).toEqual([])
  expect(answer.body).not.toContain(SECRET)
  return answer.statusCode
}

const readLog = () => scenario.log.join('')

async function update(env: TestEnvironment, orderId: string, receiver: string): Promise<void> {
  await env.deps.db.query.updateTable('shop_order').set({ receiver }).where('id', '=', orderId).execute()
}

test('the log of a damaged row omits the content of the row', async () => {
  const { shop, order } = scenario.a
  const route = `GET /api/shops/${shop.shopId}/orders/${order.id}`
  const whole = JSON.stringify(order.receiver)
  for (const damaged of [whole.slice(0, -8), `x${whole}`, `${whole}${SECRET}`, order.receiver.name, '{}']) {
    await update(scenario.env, order.id, damaged)
    expect(await sendAndCheck(route)).toBe(500)
  }
  await update(scenario.env, order.id, whole)
  expect(await sendAndCheck(route)).toBe(200)
  expect(readLog()).toContain('SyntaxError')
  expect(readLog()).not.toContain(SECRET)
})

test('the log of an external error omits the input that the error quotes', async () => {
  const { blobs, deps } = scenario.env
  const put = blobs.put
  const file = formOf([filePart(await picture(10, 10).jpeg().toBuffer())])
  for (const message of [
    `cannot write /data/${scenario.a.owner.token}`,
    `no room for 收货人密7461, ${SECRET}`,
    `"${scenario.a.order.receiver.address}" is not a name`,
    `call +86 137 1234 5678 or 137-1234-5678`,
  ]) {
    blobs.put = async () => {
      throw new Error(message)
    }
    expect(await sendAndCheck(`PUT /api/photos/${newId()}`, scenario.a.owner, file)).toBe(500)
  }
  blobs.put = put
  const wechat = deps.wechat
  deps.wechat = {
    appid: SHARED_APPID,
    codeToOpenid: async (code) => {
      throw new TypeError(`fetch failed: js_code=${code}&secret=wx-app-secret-of-the-shop-1234567890`)
    },
  }
  const code = JSON.stringify({ provider: 'wechat', code: 'login-code-that-nobody-may-read' })
  expect(await sendAndCheck('POST /api/sessions', scenario.stranger, code)).toBe(500)
  deps.wechat = wechat
  for (const secret of ['137 1234', '137-1234', 'login-code-that', 'wx-app-secret', SECRET, '不', '密'])
    expect(readLog()).not.toContain(secret)
  expect(readLog()).toContain('cannot write')
})

test('the log of a database error holds the code and the failed object, not the values', async () => {
  const { query } = scenario.env.deps.db
  await query.schema.alterTable('shop_owner').renameTo('away').execute()
  const before = scenario.log.length
  const codes = [
    await sendAndCheck(`GET /api/shops/${scenario.a.shop.shopId}`),
    await sendAndCheck('GET /api/me/shops'),
    await sendAndCheck(
      `PUT /api/shops/${newId()}`,
      scenario.a.owner,
      JSON.stringify(scenario.a.shop.request),
    ),
  ]
  await query.schema.alterTable('away').renameTo('shop_owner').execute()
  expect(codes).toEqual([500, 500, 500])
  // PostgreSQL puts the name of the missing table in quotes, which are removed, so the stack frames identify it
  expect(scenario.log.slice(before).join('')).toMatch(
    /SqliteError SQLITE_ERROR: .*shop_owner|error 42P01: .*sessions\/store\.ts/,
  )
  expect(await sendAndCheck('GET /api/me/shops')).toBe(200)
})
