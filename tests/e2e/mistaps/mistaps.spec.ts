import sharp from 'sharp'
import type { RouteReply } from '@/contract/routes'
import { parseYuan } from '@/domain/money'
import { shopWords } from '@/locales/shop/shop'
import { artSvg } from '@/ui/art/art'
import type { ForwardedRequest } from '../../support/lossy-proxy'
import { ownedShops } from '../journey/owned-shops'
import { KINDS, type Kind } from '../journey/test-environment'
import { LONG_RUN } from '../long-run'
import { installVoice } from '../phone/fake-speech'
import { expect, test } from '../test'
import { MistapUser } from './mistap-user'
import { SeededRandom } from './seeded-random'
import { createShopPlan, type ShopPlan } from './shop-plan'

const LONG = process.env.KZ_LONG === '1'
const SEED = Number(process.env.KZ_SEED ?? 1)
/** The short run takes one seed for each build. */
const seedsOf = (kind: Kind) => {
  if (!LONG) return [SEED + KINDS.indexOf(kind)]
  return Array.from({ length: 25 }, (_, at) => SEED + at)
}

/** With fewer mistaps the test would prove little; opening a shop takes about twenty taps. */
const MIN_MISTAPS = 3

type Storefront = RouteReply<'GET /api/storefronts/:slug'>

function expectedShop(plan: ShopPlan) {
  const inPerson = ['on-delivery', ...(plan.fulfilments.includes('pickup') ? ['on-pickup'] : [])]
  return {
    shop: {
      name: shopWords.defaultName(plan.name),
      trade: plan.trade,
      fulfilments: plan.fulfilments,
      payments: inPerson,
      freight: {
        fee: parseYuan(plan.fee ?? '0'),
        ...(plan.fulfilments.includes('courier')
          ? { courier: { fee: parseYuan(plan.courierFee ?? '0') } }
          : {}),
      },
      ...(plan.place ? { pickupPlace: plan.place } : {}),
    },
    look: { template: plan.template },
    products: [
      {
        name: plan.name,
        unit: plan.unit,
        photos: [expect.anything()],
        skus: [expect.objectContaining({ price: parseYuan(plan.price) })],
      },
    ],
  }
}

const isOpening = ({ method, path }: ForwardedRequest) =>
  method === 'PUT' && /^\/api\/shops\/[^/]+$/.test(path)

const takePicture = () =>
  sharp(Buffer.from(artSvg('nuts')))
    .resize(900, 675, { fit: 'cover' })
    .jpeg()
    .toBuffer()

for (const kind of KINDS)
  test.describe(`wizard with mistaps on ${kind}`, LONG_RUN, () => {
    test.use({ kind })

    for (const seed of seedsOf(kind))
      test(`opens the intended shop at a rate of one mistap in five (KZ_SEED=${seed})`, async ({
        environment,
        phone,
      }) => {
        const dice = new SeededRandom(seed)
        const plan = createShopPlan(dice)
        if (phone.kind === 'h5') await installVoice(phone.page)
        await phone.setNextPhoto(null)
        await phone.open(environment.homePath)
        const { memory, mistaps, log } = await new MistapUser(
          phone,
          dice,
          plan,
          await takePicture(),
        ).openShop()

        const [shop, ...others] = await ownedShops(phone, environment.network.origin)
        expect(others).toEqual([])
        const { slug = '' } = shop ?? {}
        const open = await phone.request<Storefront>('GET', `/api/storefronts/${slug}`)
        expect({ log, open }).toMatchObject({ log, open: expectedShop(plan) })
        expect(open.products).toHaveLength(1)
        // every input was requested only once
        expect(memory.photos).toBe(1)
        expect([...memory.typed].sort()).toEqual([...new Set(memory.typed)].sort())
        // nothing was sent before the confirmation, and lost requests were repeated unchanged
        const sent = environment.network.forwarded.filter(isOpening)
        expect(sent.filter(({ status }) => status === 200)).toHaveLength(1)
        expect(new Set(sent.map(({ body }) => body)).size).toBe(1)
        expect(mistaps.length).toBeGreaterThanOrEqual(MIN_MISTAPS)
      })
  })
