import { addDays, dayOf } from '@/domain/day'
import type { Look } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import { createLookByName } from '@/templates/all-templates'
import type { SectionShop } from '@/templates/section'
import { photoOf, type Sample, samples } from './samples'

/** States of a shop that every template must support. */
export const stateNames = [
  'usual',
  'empty',
  'one',
  'three',
  'twelve',
  'sixty',
  'pennies',
  'sold out',
  'closed',
  'no photo',
  'dark photos',
  'bright photos',
  'portrait photos',
  'long words',
  'preview',
] as const
export type StateName = (typeof stateNames)[number]

/** States in which goods have photos of one kind. */
export const photoKinds = ['dark photos', 'bright photos', 'portrait photos'] as const
export type PhotoKind = (typeof photoKinds)[number]
export const isPhotoKind = (state: StateName): state is PhotoKind => photoKinds.some((kind) => kind === state)

export interface GalleryView {
  look: Look
  shop: SectionShop
  products: readonly Product[]
  still: boolean
}

const LONG = '陇南市成县沙坝镇下街老王家自产自销的特级薄皮核桃新货'

/** Returns this many products, repeating the sample's with numbered names. */
const repeatProducts = ({ goods }: Sample, count: number): Product[] =>
  Array.from({ length: count }, (_, at) => {
    const good = goods[at % goods.length] as Product
    const round = Math.floor(at / goods.length)
    return round === 0
      ? good
      : {
          ...good,
          id: `good-${at}`,
          name: `${good.name}（${round + 1}）`,
          skus: good.skus.map((sku) => ({ ...sku, id: `sku-${at}` })),
        }
  })

const withLongTexts = (product: Product, at: number): Product => ({
  ...product,
  name: `${LONG}${'甲乙丙丁戊'[at % 5]}${LONG}`.slice(0, 40),
  unit: '大号礼品盒装一套'.slice(0, 8),
  category: `老人小孩都爱吃的货${at % 3}`.slice(0, 10),
  note: `${LONG}，${LONG}，${LONG}。`,
  skus: product.skus.flatMap((sku) => [
    { ...sku, price: 99_999_999 },
    { ...sku, id: `${sku.id}-2`, label: '大盒', price: 100_000_000 },
  ]),
})

function shopOf({ name, trade, fulfilments }: Sample): SectionShop {
  return {
    name,
    trade,
    place: '陇南成县沙坝镇',
    phone: '19900000001',
    fulfilments: [...(fulfilments ?? (['local', 'pickup'] as const))],
    payments: fulfilments ? ['on-pickup'] : ['on-delivery', 'on-pickup'],
    freight: { fee: 300, freeOver: 9900 },
    pickupPlace: '沙坝镇服务站',
  }
}

/** Returns the template's look with the sample's content. */
function filledLook(template: string, sample: Sample): Look {
  const look = createLookByName(template)
  if (!look) throw new Error(`no template ${template}`)
  const fill = (sample.fill ?? {}) as Record<string, object>
  const sections = look.sections.map((section) => ({
    ...section,
    settings: {
      ...section.settings,
      ...(section.kind === 'contact' ? { wechat: 'shaba-2026' } : {}),
      ...(fill[section.kind] ?? {}),
    },
  }))
  return { ...look, sections }
}

const withLongWords = (look: Look): Look => ({
  ...look,
  sections: look.sections.map((section) => ({
    ...section,
    settings: Object.fromEntries(
      Object.entries(section.settings).map(([key, value]) => {
        if (key === 'text' || key === 'words') return [key, `${LONG}${LONG}`.slice(0, 100)]
        if (/^(title|village|season|hours|rest|holder|number)$/.test(key)) return [key, LONG.slice(0, 20)]
        return key === 'wechat' ? [key, 'wxid_abcdefghij12345'] : [key, value]
      }),
    ),
  })),
})

/** Sets long prices and sells out every other product. */
const inPennies = (product: Product, at: number): Product => ({
  ...product,
  skus: product.skus.map((sku) => ({
    ...sku,
    price: [1340, 12_805, 128_888][at % 3] ?? 0,
    stock: at % 2 === 0 ? 0 : sku.stock,
  })),
})

const goodsIn = (state: StateName, sample: Sample): Product[] => {
  const counts: Partial<Record<StateName, number>> = {
    'dark photos': 12,
    'bright photos': 12,
    'portrait photos': 12,
    'no photo': 12,
    empty: 0,
    one: 1,
    three: 3,
    twelve: 12,
    sixty: 60,
  }
  const goods = repeatProducts(sample, counts[state] ?? sample.goods.length)
  if (state === 'sold out')
    return goods.map((good) => ({ ...good, skus: good.skus.map((sku) => ({ ...sku, stock: 0 })) }))
  if (state === 'pennies') return goods.map(inPennies)
  if (isPhotoKind(state))
    return goods.map((good) => ({
      ...good,
      photos: good.photos.map(({ hash }) => photoOf(`${hash} ${state}`)),
    }))
  if (state === 'no photo') return goods.map((good) => ({ ...good, photos: [] }))
  return state === 'long words' ? goods.map(withLongTexts) : goods
}

/** Returns a template in a state. `preview` is an unfilled look with one product; `goodsOf` names the sample that provides name and products. */
export function galleryView(template: string, state: StateName, goodsOf = template): GalleryView {
  const [own, lent] = [samples[template], samples[goodsOf]]
  if (!own || !lent) throw new Error(`no sample of ${template}`)
  const sample: Sample = { ...lent, ...(own.fill ? { fill: own.fill } : {}) }
  const shop = shopOf(sample)
  const look = filledLook(template, sample)
  const products = goodsIn(state === 'preview' ? 'one' : state, sample)
  const still = state === 'preview'
  if (state === 'closed')
    return { look, products, still, shop: { ...shop, closedUntil: addDays(dayOf(Date.now()), 6) } }
  if (state === 'long words')
    return {
      look: withLongWords(look),
      products,
      still,
      shop: {
        ...shop,
        name: LONG.slice(0, 20),
        place: `${LONG}${LONG}`.slice(0, 30),
        notice: `${LONG}，${LONG}，${LONG}`.slice(0, 60),
        pickupPlace: `${LONG}${LONG}${LONG}`.slice(0, 60),
        closedUntil: addDays(dayOf(Date.now()), 40),
      },
    }
  if (still) return { look: createLookByName(template) ?? look, products, still, shop }
  return { look, products, still, shop }
}

/** Names of the drawings that the gallery needs. */
export const drawingNames = (): string[] => [
  ...new Set([
    ...Object.values(samples).flatMap(({ goods }) =>
      goods.flatMap(({ photos }) => photos.map(({ hash }) => hash)),
    ),
    ...['hives', 'village'].map((art) => photoOf(art).hash),
  ]),
]
