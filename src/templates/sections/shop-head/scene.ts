import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { SectionShop } from '../../section'
import type { HeadForm } from './settings'

/** The range of goods whose photos a head without a banner shows. Forms that show no photos have no entry. */
const goodsShown: { [form in HeadForm]?: readonly [from: number, to: number] } = {
  // the list below shows the first one large
  banner: [1, 4],
  menu: [0, 4],
  almanac: [0, 3],
  sentence: [0, 1],
  // a sign stands on a calm ground
  stall: [0, 0],
  room: [0, 3],
}

/** The first photo of each product on sale. */
export const photosOfGoods = (products: readonly Product[]): Photo[] =>
  products.flatMap(({ onSale, photos: [photo] }) => (onSale && photo ? [photo] : []))

/** The first product that something is said of. */
const saidProduct = (products: readonly Product[]) => products.find(({ onSale, note }) => onSale && note)

/** A photo of a head; a banner has crops of its own. */
export interface ScenePhoto {
  photo: Photo
  isBanner: boolean
}

/** The forms that show other photos beside a banner. */
const withBanner: readonly HeadForm[] = ['menu', 'room']

/** The photos of a head, of which a phone shows the first; none in its calm form, and `undefined` for a form without photos. */
export function sceneOf(
  form: HeadForm,
  shop: SectionShop,
  products: readonly Product[],
): ScenePhoto[] | undefined {
  const shown = goodsShown[form]
  if (!shown) return undefined
  const said = form === 'sentence' && !shop.notice ? saidProduct(products) : undefined
  const goods = photosOfGoods(said ? [said] : products)
    .slice(...shown)
    .map((photo) => ({ photo, isBanner: false }))
  if (!shop.banner) return goods
  const banner = { photo: shop.banner, isBanner: true }
  return withBanner.includes(form) ? [banner, ...goods.slice(0, -1)] : [banner]
}

/** The sentence on a shop's signboard: its notice, else what is said of its first product. */
export function sentenceOf({ notice }: SectionShop, products: readonly Product[]): string {
  if (notice) return notice
  const said = saidProduct(products)
  return said ? `${said.name}，${said.note}` : ''
}
