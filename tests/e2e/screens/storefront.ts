import { cartWords } from '@/locales/zh-CN/cart'
import { sectionWords } from '@/locales/zh-CN/sections'
import { productWords, storefrontWords } from '@/locales/zh-CN/storefront'
import type { OpenPhone } from '../phone/phone'
import { becomeOwner, changeSettings, storefrontOf } from './api'
import type { Stage } from './stage'

const SHOPS = { woodgrain: '家乡山货铺', orchard: '沙坝果园', plain: '下街土货店' } as const

/** Shops in each template, their products, a cart, and what is closed or gone. */
export async function takeStorefronts(stage: Stage) {
  const phone = await stage.phone()
  for (const [template, name] of Object.entries(SHOPS)) {
    await phone.open(`/s/${stage.shop(name).slug}`)
    await phone.see(name)
    await stage.take(phone, `shop-${template}`, { whole: true })
  }
  await phone.open('/s/nosuchshop')
  await phone.see(storefrontWords.gone.title)
  await stage.take(phone, 'shop-gone')
  await takeProducts(stage, phone)
  await takeCart(stage, phone)
  await phone.close()
  await takeClosed(stage)
}

async function takeProducts(stage: Stage, phone: OpenPhone) {
  for (const [template, name] of Object.entries(SHOPS)) {
    const { slug } = stage.shop(name)
    const { products } = await storefrontOf(phone, slug)
    const open = async (product: (typeof products)[number] | undefined, as: string) => {
      await phone.open('/product', { slug, id: product?.id ?? '01J0000000000000000000NONE' })
      await phone.see(product?.name ?? productWords.gone.title)
      await stage.take(phone, as, { whole: true })
    }
    await open(products[0], `product-${template}`)
    const several = products.find(({ skus }) => skus.length > 1)
    if (several) await open(several, `product-skus-${template}`)
    const out = products.find(({ skus }) => skus.every(({ stock }) => stock === 0))
    if (out) await open(out, 'product-sold-out')
    if (template === 'woodgrain') await open(undefined, 'product-gone')
  }
}

async function takeCart(stage: Stage, phone: OpenPhone) {
  await phone.open(`/s/${stage.shop(SHOPS.woodgrain).slug}`)
  await phone.tap(sectionWords.goods.add('成县薄皮核桃', 0))
  await phone.tap(sectionWords.goods.add('核桃礼盒', 0))
  await phone.tap(sectionWords.goods.add('核桃礼盒', 1))
  await phone.see(cartWords.order)
  await stage.take(phone, 'shop-with-cart')
  await phone.tap(cartWords.count(3))
  await stage.take(phone, 'cart-sheet')
  await phone.tap(cartWords.clear)
  await stage.take(phone, 'cart-clear-ask')
  await phone.tap(cartWords.clearNo)
}

/** A shop that rests a few days, before its buyers. */
async function takeClosed(stage: Stage) {
  const owner = await stage.phone()
  const { slug } = stage.shop(SHOPS.orchard)
  const { shop, products } = await storefrontOf(owner, slug)
  await becomeOwner(owner, stage.shop(SHOPS.orchard)).catch(() => undefined)
  await changeSettings(owner, shop.id, {
    closedUntil: new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10),
  })
  const buyer = await stage.phone()
  await buyer.open(`/s/${slug}`)
  await stage.take(buyer, 'shop-closed')
  await buyer.open('/product', { slug, id: products[0]?.id ?? '' })
  await stage.take(buyer, 'product-closed')
  await buyer.close()
  await owner.close()
}
