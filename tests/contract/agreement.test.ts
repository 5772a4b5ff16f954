import type { Static, TSchema } from '@sinclair/typebox'
import type { LookShape, ThemeShape } from '@/contract/looks'
import type { OrderShape, ReceiverShape } from '@/contract/orders'
import type { PhotoShape } from '@/contract/photos'
import { ProblemShape } from '@/contract/problem'
import type { ProductShape, SkuShape } from '@/contract/products'
import { routes } from '@/contract/routes'
import { Words } from '@/contract/shapes'
import type { FreightShape, OrderLimitsShape, OwnShopShape, ShopShape } from '@/contract/shops'
import { type FailureCode, failures } from '@/domain/failure'
import type { ShopFreight } from '@/domain/freight'
import type { Look } from '@/domain/look'
import type { Order } from '@/domain/order'
import type { OrderLimits } from '@/domain/order-limits'
import type { Photo } from '@/domain/photo'
import type { Receiver } from '@/domain/receiver'
import type { OwnShop, Shop } from '@/domain/shop'
import type { Product, Sku } from '@/domain/sku'
import type { Theme } from '@/domain/theme'

/** Only compiles when the domain's type and the contract's shape say the same, field by field, both ways. */
type Same<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? keyof A extends keyof B
      ? keyof B extends keyof A
        ? true
        : false
      : false
    : false
  : false

const agree = <Domain, Shape extends TSchema>(same: Same<Domain, Static<Shape>>): boolean => same

test('the domain and the contract say the same of every thing', () => {
  expect([
    agree<Sku, typeof SkuShape>(true),
    agree<Product, typeof ProductShape>(true),
    agree<Shop, typeof ShopShape>(true),
    agree<OwnShop, typeof OwnShopShape>(true),
    agree<OrderLimits, typeof OrderLimitsShape>(true),
    agree<ShopFreight, typeof FreightShape>(true),
    agree<Look, typeof LookShape>(true),
    agree<Theme, typeof ThemeShape>(true),
    agree<Order, typeof OrderShape>(true),
    agree<Receiver, typeof ReceiverShape>(true),
    agree<Photo, typeof PhotoShape>(true),
  ]).not.toContain(false)
})

test('the agreement would notice a difference', () => {
  expect([
    agree<Sku & { extra: string }, typeof SkuShape>(false),
    agree<Omit<Sku, 'label'>, typeof SkuShape>(false),
  ]).toEqual([false, false])
})

test('problems carry every code of the failure list, and no other', () => {
  const codes: FailureCode[] = ProblemShape.properties.code.enum
  expect(codes).toEqual(Object.keys(failures))
})

test('every route says in a sentence what is true of it, and a body that is an object takes no unknown field', () => {
  for (const [name, route] of Object.entries<{ summary: string; body?: TSchema; params?: TSchema }>(routes)) {
    expect([name, route.summary.length > 20 && route.summary.endsWith('.')]).toEqual([name, true])
    const objects = [route.params, ...(route.body?.oneOf ?? [route.body])].filter(
      (schema) => schema !== undefined,
    )
    for (const schema of objects) expect([name, schema.additionalProperties]).toEqual([name, false])
    const named = [...name.matchAll(/:(\w+)/g)].map(([, part]) => part)
    expect([name, Object.keys(route.params?.properties ?? {})]).toEqual([name, named])
  }
})

test('words are text with something in it, line breaks and no other control character', () => {
  const fits = (text: string, min = 1) => new RegExp(Words(min, 40).pattern ?? '', 'u').test(text)
  for (const text of ['字', ' 字', '\n字\n', 'a\nb', '😀', '\u3000a'])
    expect([text, fits(text)]).toEqual([text, true])
  for (const text of ['', ' ', '\n', '\u3000 \n', 'a\u0000', '\t', 'a\tb', '\u001fa'])
    expect([text, fits(text)]).toEqual([text, false])
  expect([fits('', 0), fits('a\u0007', 0)]).toEqual([true, false])
  // a pattern that tries every way to split them would take minutes
  const begun = performance.now()
  fits(`${' '.repeat(60_000)}${'a'.repeat(60_000)}\u0000`)
  expect(performance.now() - begun).toBeLessThan(5000)
})
