import { picture } from '../support/pictures'
import { newId, type World } from '../support/world'
import { FORM_TYPE, filePart, formOf } from './form'
import { saidInLog } from './seen'
import { type Stage, withStage } from './stage'
import { Tally } from './tally'

const tally = new Tally('faults of the server')

let stage: Stage
withStage(tally, (made) => {
  stage = made
})

const SECRET = '13712345678'

/** What is asked while something is broken, and how the server answers. */
async function asked(route: string, who = stage.a.owner, payload?: Buffer | string): Promise<number> {
  const [method, url] = route.split(' ') as ['GET', string]
  const type = Buffer.isBuffer(payload) ? FORM_TYPE : 'application/json'
  const headers = { authorization: `Bearer ${who.token}`, ...(payload ? { 'content-type': type } : {}) }
  const answer = await stage.world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  tally.add(route.replace(/[0-9A-Z]{26}/g, ':id'), answer.statusCode)
  if (answer.statusCode >= 500) expect(saidInLog(stage, answer.body)).toEqual([])
  expect(answer.body).not.toContain(SECRET)
  return answer.statusCode
}

const logged = () => stage.log.join('')

async function update(world: World, orderId: string, receiver: string): Promise<void> {
  await world.deps.db.query.updateTable('shop_order').set({ receiver }).where('id', '=', orderId).execute()
}

test('a row that is damaged is told without what stands in it', async () => {
  const { shop, order } = stage.a
  const route = `GET /api/shops/${shop.shopId}/orders/${order.id}`
  const whole = JSON.stringify(order.receiver)
  for (const damaged of [whole.slice(0, -8), `x${whole}`, `${whole}${SECRET}`, order.receiver.name, '{}']) {
    await update(stage.world, order.id, damaged)
    expect(await asked(route)).toBe(500)
  }
  await update(stage.world, order.id, whole)
  expect(await asked(route)).toBe(200)
  expect(logged()).toContain('SyntaxError')
  expect(logged()).not.toContain(SECRET)
})

test('errors of the outside that quote what they were given are told without it', async () => {
  const { blobs, deps } = stage.world
  const put = blobs.put
  const file = formOf([filePart(await picture(10, 10).jpeg().toBuffer())])
  for (const message of [
    `cannot write /data/${stage.a.owner.token}`,
    `no room for 收货人密7461, ${SECRET}`,
    `"${stage.a.order.receiver.address}" is not a name`,
    `call +86 137 1234 5678 or 137-1234-5678`,
  ]) {
    blobs.put = async () => {
      throw new Error(message)
    }
    expect(await asked(`PUT /api/photos/${newId()}`, stage.a.owner, file)).toBe(500)
  }
  blobs.put = put
  const wechat = deps.wechat
  deps.wechat = {
    codeToOpenid: async (code) => {
      throw new TypeError(`fetch failed: js_code=${code}&secret=wx-app-secret-of-the-shop-1234567890`)
    },
  }
  const code = JSON.stringify({ provider: 'wechat', code: 'login-code-that-nobody-may-read' })
  expect(await asked('POST /api/sessions', stage.stranger, code)).toBe(500)
  deps.wechat = wechat
  for (const secret of ['137 1234', '137-1234', 'login-code-that', 'wx-app-secret', SECRET, '不', '密'])
    expect(logged()).not.toContain(secret)
  expect(logged()).toContain('cannot write')
})

test('a database that fails is told by its code and by what failed, without what was asked', async () => {
  const { query } = stage.world.deps.db
  await query.schema.alterTable('shop_owner').renameTo('away').execute()
  const before = stage.log.length
  const codes = [
    await asked(`GET /api/shops/${stage.a.shop.shopId}`),
    await asked('GET /api/me/shops'),
    await asked(`PUT /api/shops/${newId()}`, stage.a.owner, JSON.stringify(stage.a.shop.request)),
  ]
  await query.schema.alterTable('away').renameTo('shop_owner').execute()
  expect(codes).toEqual([500, 500, 500])
  // PostgreSQL quotes the name of what is missing, so there the frames tell it
  expect(stage.log.slice(before).join('')).toMatch(
    /SqliteError SQLITE_ERROR: .*shop_owner|error 42P01: .*shops\/owners\.ts/,
  )
  expect(await asked('GET /api/me/shops')).toBe(200)
})
