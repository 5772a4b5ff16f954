import sharp from 'sharp'
import type { RouteReply } from '@/contract/routes'
import { parseYuan } from '@/domain/money'
import { shopWords } from '@/locales/zh-CN/shop'
import { artSvg } from '@/ui/art/art'
import type { OpenPhone } from './phone/phone'
import { giveVoice } from './phone/voice'
import { ownedShops } from './story/owned'
import { KINDS, startWorld, type World } from './story/world'
import { Dice } from './wrong-taps/dice'
import { type Meant, somethingMeant } from './wrong-taps/meant'
import { TremblingPerson } from './wrong-taps/person'

const LONG = process.env.KZ_LONG === '1'
const SEED = Number(process.env.KZ_SEED ?? 1)
const seeds = Array.from({ length: LONG ? 25 : 2 }, (_, at) => SEED + at)

/** Fewer slips would prove little; a shop takes some twenty taps. */
const FEW = 3

let world: World
let picture: Buffer
let phone: OpenPhone

type Storefront = RouteReply<'GET /api/storefronts/:slug'>

function expected(meant: Meant) {
  const inPerson = ['on-delivery', ...(meant.fulfilments.includes('pickup') ? ['on-pickup'] : [])]
  return {
    shop: {
      name: shopWords.defaultName(meant.name),
      trade: meant.trade,
      fulfilments: meant.fulfilments,
      payments: inPerson,
      freight: {
        fee: parseYuan(meant.fee ?? '0'),
        ...(meant.fulfilments.includes('courier')
          ? { courier: { fee: parseYuan(meant.courierFee ?? '0') } }
          : {}),
      },
      ...(meant.place ? { pickupPlace: meant.place } : {}),
    },
    look: { template: meant.template },
    products: [
      {
        name: meant.name,
        unit: meant.unit,
        photos: [expect.anything()],
        skus: [expect.objectContaining({ price: parseYuan(meant.price) })],
      },
    ],
  }
}

const openings = () =>
  world.network.passed.filter(({ method, path }) => method === 'PUT' && /^\/api\/shops\/[^/]+$/.test(path))

describe.each(KINDS)('on %s', (kind) => {
  beforeAll(async () => {
    world = await startWorld(kind)
    picture = await sharp(Buffer.from(artSvg('nuts')))
      .resize(900, 675, { fit: 'cover' })
      .jpeg()
      .toBuffer()
  })
  afterEach(async () => {
    await phone?.close()
  })
  afterAll(async () => {
    await world?.close()
  })

  test.each(seeds)(
    'one tap in five is wrong, and the shop opens as it was meant (KZ_SEED=%i)',
    async (seed) => {
      const dice = new Dice(seed)
      const meant = somethingMeant(dice)
      phone = (await world.phone()) as OpenPhone
      if (phone.kind === 'h5') await giveVoice(phone.page)
      await phone.willPhotograph(null)
      const before = openings().length
      await phone.open(world.frontDoor)
      const { memory, wrong, log } = await new TremblingPerson(phone, dice, meant, picture).openShop()

      const [shop, ...others] = await ownedShops(phone, world.network.origin)
      expect(others).toEqual([])
      const { slug = '' } = shop ?? {}
      const open = await phone.ask<Storefront>('GET', `/api/storefronts/${slug}`)
      expect({ log, open }).toMatchObject({ log, open: expected(meant) })
      expect(open.products).toHaveLength(1)
      // nothing was asked for twice
      expect(memory.photos).toBe(1)
      expect([...memory.typed].sort()).toEqual([...new Set(memory.typed)].sort())
      // and nothing was sent before she said so; what was not heard the first time is sent again
      const sent = openings().slice(before)
      expect(sent.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(new Set(sent.map(({ body }) => body)).size).toBe(1)
      expect(wrong.length).toBeGreaterThanOrEqual(FEW)
      expect(await phone.errors()).toEqual([])
    },
  )
})
