import type { Static, TSchema } from '@sinclair/typebox'
import type { LookShape, ThemeShape } from '@/contract/looks'
import type { OrderShape, ReceiverShape } from '@/contract/orders'
import type { PhotoShape } from '@/contract/photos'
import { ProblemShape } from '@/contract/problem'
import type { ProductShape, SkuShape } from '@/contract/products'
import { routes } from '@/contract/routes'
import { Words } from '@/contract/shapes'
import type { FreightShape, ManagedShopShape, OrderLimitsShape, ShopShape } from '@/contract/shops'
import { type FailureCode, failures } from '@/domain/failure'
import type { ShopFreight } from '@/domain/freight'
import type { Look } from '@/domain/look'
import type { Order } from '@/domain/order'
import type { OrderLimits } from '@/domain/order-limits'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product'
import type { Receiver } from '@/domain/receiver'
import type { ManagedShop, Shop } from '@/domain/shop'
import type { Sku } from '@/domain/sku'
import type { Theme } from '@/domain/theme'

/** True only if both types have the same fields; a difference fails to compile. */
type IsSame<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? keyof A extends keyof B
      ? keyof B extends keyof A
        ? true
        : false
      : false
    : false
  : false

const haveSameFields = <Domain, Shape extends TSchema>(same: IsSame<Domain, Static<Shape>>): boolean => same

test('the domain types equal the contract shapes', () => {
  expect([
    haveSameFields<Sku, typeof SkuShape>(true),
    haveSameFields<Product, typeof ProductShape>(true),
    haveSameFields<Shop, typeof ShopShape>(true),
    haveSameFields<ManagedShop, typeof ManagedShopShape>(true),
    haveSameFields<OrderLimits, typeof OrderLimitsShape>(true),
    haveSameFields<ShopFreight, typeof FreightShape>(true),
    haveSameFields<Look, typeof LookShape>(true),
    haveSameFields<Theme, typeof ThemeShape>(true),
    haveSameFields<Order, typeof OrderShape>(true),
    haveSameFields<Receiver, typeof ReceiverShape>(true),
    haveSameFields<Photo, typeof PhotoShape>(true),
  ]).not.toContain(false)
})

test('the type comparison detects a missing and an additional field', () => {
  expect([
    haveSameFields<Sku & { extra: string }, typeof SkuShape>(false),
    haveSameFields<Omit<Sku, 'label'>, typeof SkuShape>(false),
  ]).toEqual([false, false])
})

test('problem documents allow exactly the codes of the failure list', () => {
  const codes: FailureCode[] = ProblemShape.properties.code.enum
  expect(codes).toEqual(Object.keys(failures))
})

test('every route has a summary sentence, declares its path parameters and allows no unknown body fields', () => {
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

test('Words allows visible text with line breaks and no other control characters', () => {
  const matches = (text: string, min = 1) => new RegExp(Words(min, 40).pattern ?? '', 'u').test(text)
  for (const text of ['字', ' 字', '\n字\n', 'a\nb', '😀', '\u3000a'])
    expect([text, matches(text)]).toEqual([text, true])
  for (const text of ['', ' ', '\n', '\u3000 \n', 'a\u0000', '\t', 'a\tb', '\u001fa'])
    expect([text, matches(text)]).toEqual([text, false])
  expect([matches('', 0), matches('a\u0007', 0)]).toEqual([true, false])
  // a pattern with exponential backtracking would take minutes
  const begun = performance.now()
  matches(`${' '.repeat(60_000)}${'a'.repeat(60_000)}\u0000`)
  expect(performance.now() - begun).toBeLessThan(5000)
})
