import type { RouteReply } from '@/contract/routes'
import { priceOf } from '@/domain/group-buy/group-buy'
import { shopDrawing } from '@/domain/look/goods-drawing'
import type { Look } from '@/domain/look/look'
import { photoPath, sharePhotoPath } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import { codePath, groupBuyCodePath } from '@/domain/shop/code-path'
import type { Shop } from '@/domain/shop/shop'
import { groupBuyPageWords } from '@/locales/group-buy/group-buy-page'
import { shareWords as words } from '@/locales/shop/share'
import { paperMomentWords } from '@/locales/time'
import { assetUrl } from '@/platform/media/assets'
import { groupBuyLink, productLink, shopLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { type PriceTag, priceTag } from '@/templates/goods/price-tag'
import { artUri } from '@/ui/art/art'
import type { PosterFacts } from '@/ui/drawn-card/poster-card'

/** A shop, a product or a group buy as it is shared. */
export interface SharedThing {
  /** The name on the card, and the line with the price below it. */
  name: string
  line: string
  /** The title of a message in a chat. */
  title: string
  /** The page of a mini-program, and the link for everywhere else. */
  path: string
  link: string
  /** The photo on the card and the poster in its files, the best first, and the drawing that replaces it. */
  pictures: readonly string[]
  drawing: string
  /** A 5:4 picture of the server, for a card that was not drawn. */
  serverPicture: string
  /** The server's picture of the code on the poster. */
  code: string
  facts: PosterFacts
}

interface Source {
  shop: Shop
  look: Pick<Look, 'theme'>
}

/** The shared data of a product; `undefined` for a product without a price. */
export function sharedProduct(source: Source, product: Product): SharedThing | undefined {
  const tag = priceTag(product)
  return tag && priced(source, product, tag)
}

function priced(source: Source, product: Product, { fen, from }: PriceTag): SharedThing {
  const { slug, name: shopName } = source.shop
  const { id, name, unit, photos } = product
  const hash = photos[0]?.hash
  const pictures = hash === undefined ? [] : [photoPath(hash, 750), sharePhotoPath(hash)].map(assetUrl)
  return {
    name,
    line: words.price(fen, unit, from),
    title: words.productTitle(name, fen, from, shopName),
    path: urlOf('product', { slug, id }),
    link: productLink(slug, id),
    pictures,
    drawing: artUri(shopDrawing([name])),
    serverPicture: pictures.at(-1) ?? shopPicture(slug),
    code: assetUrl(codePath(slug, id)),
    facts: { ...shopFacts(source), goods: { name, fen, from, unit } },
  }
}

const shopPicture = (slug: string): string => assetUrl(`/s/${slug}/share.jpg`)

const shopFacts = ({ shop: { name, place = '', phone }, look }: Source): PosterFacts => ({
  ...{ name, place, theme: look.theme },
  ...(phone === undefined ? {} : { phone }),
})

/** The shop as it is shared: its page, with its first product that has a price, if any. */
export function sharedShop(source: Source, products: readonly Product[]): SharedThing {
  const { slug, name, place = '' } = source.shop
  const lead = products.find(priceTag)
  const goods = lead && sharedProduct(source, lead)
  return {
    name,
    line: goods ? `${goods.name} ${goods.line}` : place,
    title: words.shopTitle(name),
    path: urlOf('shop', { slug }),
    link: shopLink(slug),
    pictures: goods?.pictures ?? [],
    drawing: goods?.drawing ?? artUri(shopDrawing([])),
    serverPicture: shopPicture(slug),
    code: assetUrl(codePath(slug)),
    facts: goods?.facts ?? shopFacts(source),
  }
}

/** Further goods on the poster of a group buy. */
const OTHER_GOODS = 3

/**
 * A group buy as it is shared: with its goods, until when, and where they are handed out. Posters stay on walls, so the end
 * is written as on paper.
 */
export function sharedGroupBuy(
  { shop, theme, groupBuy }: RouteReply<'GET /api/storefronts/:slug/group-buys/:groupBuyId'>,
  now: number,
): SharedThing {
  const { slug } = shop
  const { id, goods, points, counts } = groupBuy
  const lead = goods.find(({ photo }) => photo) ?? goods[0]
  const hash = lead?.photo?.hash
  const pictures = hash === undefined ? [] : [photoPath(hash, 750), sharePhotoPath(hash)].map(assetUrl)
  const fen = lead && priceOf(lead)
  const [point] = points
  const others = goods
    .filter((one) => one !== lead)
    .slice(0, OTHER_GOODS)
    .map((one) => `${one.name} ${words.price(priceOf(one), one.unit, false)}`)
  const until = words.until(paperMomentWords(groupBuy.endsAt, now))
  const price = lead && fen !== undefined ? words.price(fen, lead.unit, false) : ''
  return {
    name: groupBuy.words || (lead?.name ?? shop.name),
    line: [price, groupBuyPageWords.joined(counts.entries)].filter(Boolean).join('  '),
    title: groupBuyPageWords.shareTitle(groupBuy, shop.name),
    path: urlOf('groupBuy', { slug, id }),
    link: groupBuyLink(slug, id),
    pictures,
    drawing: artUri(shopDrawing(lead ? [lead.name] : [])),
    serverPicture: pictures.at(-1) ?? shopPicture(slug),
    code: assetUrl(groupBuyCodePath(slug, id)),
    facts: {
      ...{ name: shop.name, place: shop.place ?? '', theme },
      ...(lead && fen !== undefined ? { goods: { name: lead.name, fen, from: false, unit: lead.unit } } : {}),
      more: [...others, until, ...(point ? [words.placeAndMore(point.name, points.length - 1)] : [])],
      scan: words.scanGroupBuy,
    },
  }
}
