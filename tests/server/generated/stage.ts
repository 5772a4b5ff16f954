import type { Order } from '@/domain/order'
import { asPerson, call, cookieOf, type Person } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { type OpenedShop, openShop, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'
import { saidInLog } from './seen'
import type { Tally } from './tally'

/** A person with a phone: a token and, in a browser, a cookie. */
export interface Someone extends Person {
  cookie: string
}

/** One shop with its people, and what only they may ever see. */
export interface Party {
  owner: Someone
  buyer: Someone
  shop: OpenedShop
  order: Order
  photoId: string
  /** A product that is not on sale, with a name of its own. */
  hiddenId: string
  /** For the eyes of the owner alone; then for those of owner and buyer; then what nobody else may hold. */
  owners: string[]
  orders: string[]
  secrets: { owner: string[]; buyer: string[] }
}

/** Two shops that know nothing of each other, somebody with neither, and all that was logged. */
export interface Stage {
  world: World
  a: Party
  b: Party
  stranger: Someone
  log: string[]
}

/** Signs in on a new device. */
export async function arrive(world: World): Promise<Someone> {
  const answer = await call(world.app, 'POST /api/sessions', { provider: 'device' })
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return { ...asPerson(world.app, token, accountId), cookie: cookieOf(answer) ?? '' }
}

const DIGITS = { a: '7461', b: '8352' } as const
type Name = keyof typeof DIGITS

const receiverOf = (name: Name) => ({
  name: `收货人密${DIGITS[name]}`,
  phone: `1380000${DIGITS[name]}`,
  address: `城关镇密路${DIGITS[name]}号`,
})

async function photoOf(world: World, owner: Person, colour: string): Promise<string> {
  const photoId = newId()
  const answer = await sendPhoto(world.app, owner, photoId, await picture(40, 30, colour).jpeg().toBuffer())
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return photoId
}

export const STOCK = 500_000

async function hide(owner: Person, shopId: string, name: Name): Promise<string> {
  const hiddenId = newId()
  const body = {
    ...{ version: 0, name: `未上架密${DIGITS[name]}`, unit: '斤', photos: [], onSale: false },
    skus: [{ id: newId(), price: 100, stock: 1 }],
  }
  const answer = await owner.call(`PUT /api/shops/${shopId}/products/${hiddenId}`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return hiddenId
}

async function makeParty(world: World, name: Name): Promise<Party> {
  const [owner, buyer] = [await arrive(world), await arrive(world)]
  const photoId = await photoOf(world, owner, name === 'a' ? '#7a4a20' : '#204a7a')
  const shop = await openShop(world, {
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
  const order = await placed(shop, buyer, { receiver, note })
  const hiddenId = await hide(owner, shop.shopId, name)
  return {
    ...{ owner, buyer, shop, order, photoId, hiddenId },
    owners: [hiddenId, `未上架密${DIGITS[name]}`],
    orders: [order.id, note, ...Object.values(receiver)],
    secrets: {
      owner: [owner.token, owner.cookie, owner.accountId, shop.key],
      buyer: [buyer.token, buyer.cookie, buyer.accountId],
    },
  }
}

/** A world with everything in it that a request can be about. */
export async function makeStage(): Promise<Stage> {
  const log: string[] = []
  const world = await makeWorld({
    logging: { level: 'trace', stream: { write: (line) => void log.push(line) } },
    wechat: { codeToOpenid: async (code) => `openid-of-${code}` },
  })
  const [a, b] = [await makeParty(world, 'a'), await makeParty(world, 'b')]
  return { world, a, b, stranger: await arrive(world), log }
}

/** Sets a stage for the tests of a file; at the end nothing of anybody's is in the log, and it is said how many requests there were. */
export function withStage(tally: Tally, take: (stage: Stage) => void): void {
  let made: Stage
  beforeAll(async () => {
    made = await makeStage()
    take(made)
  })
  afterAll(async () => {
    tally.print()
    await made.world.app.close()
    expect(made.log.length).toBeGreaterThan(0)
    expect(saidInLog(made, made.log.join(''))).toEqual([])
  })
}

const tablesOf = new WeakMap<World, string[]>()

async function tableNames(world: World): Promise<string[]> {
  const known = tablesOf.get(world)
  if (known) return known
  const names = (await world.deps.db.query.introspection.getTables()).map((table) => table.name)
  tablesOf.set(world, names)
  return names
}

/** Everything that is kept, as one text. */
export async function stateOf(world: World): Promise<string> {
  const { query } = world.deps.db
  const rowsOf = async (name: string) => {
    const rows = await query
      .selectFrom(name as 'shop')
      .selectAll()
      .execute()
    return [name, rows.map((row) => JSON.stringify(row)).sort()]
  }
  const tables = await Promise.all((await tableNames(world)).map(rowsOf))
  return JSON.stringify([tables, world.blobs.names()])
}
