import { type TSchema, Type } from '@sinclair/typebox'
import { OrderShape } from '@/contract/order/orders'
import { PersonalDataShape } from '@/contract/personal-data'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { ShopShape } from '@/contract/shop/shops'
import { compileTexts, type EditTexts } from './checked-texts'

/** `failure`: the facts of a failure, which are those of the reply, or of an order, a shop or a person. */
type Part = 'body' | 'reply' | 'failure'

const schemaOf = ({ body, reply }: Route, part: Part): TSchema => {
  if (part === 'failure') return Type.Union([reply, OrderShape, ShopShape, PersonalDataShape])
  return part === 'body' ? (body ?? Type.Object({})) : reply
}

const compiled = new Map<string, EditTexts | undefined>()

/** The texts in the body or the reply of a route; `undefined` when it has none. Compiled when first needed. */
export function textsOf(name: RouteName, part: Part): EditTexts | undefined {
  const key = `${part} ${name}`
  if (!compiled.has(key)) compiled.set(key, compileTexts(schemaOf(routes[name], part)))
  return compiled.get(key)
}
