import type { LightMyRequestResponse } from 'fastify'
import type { Scenario, ShopParty } from './scenario'

type Role = 'nobody' | 'stranger' | 'buyer' | 'other buyer' | 'other owner' | 'owner'

/** Texts of a shop that each role may read; everything else is private to the other roles. */
const visibleTexts: Record<'owner' | 'buyer', (party: ShopParty) => string[]> = {
  owner: ({ owners, orders, secrets }) => [...owners, ...orders, ...secrets.owner],
  buyer: ({ orders, secrets }) => [...orders, ...secrets.buyer],
}

const allOf = (party: ShopParty) => [...new Set([...visibleTexts.owner(party), ...visibleTexts.buyer(party)])]

function visibleTo({ a, b }: Scenario, role: Role): string[] {
  if (role === 'owner') return visibleTexts.owner(a)
  if (role === 'buyer') return visibleTexts.buyer(a)
  if (role === 'other owner') return visibleTexts.owner(b)
  return role === 'other buyer' ? visibleTexts.buyer(b) : []
}

/** Returns the private texts in a response that a role must not see. */
export function findLeaks(scenario: Scenario, role: Role, answer: LightMyRequestResponse): string[] {
  const text = `${JSON.stringify(answer.headers)}\n${answer.body}`
  const visible = new Set(visibleTo(scenario, role))
  return [...allOf(scenario.a), ...allOf(scenario.b)].filter(
    (secret) => !visible.has(secret) && text.includes(secret),
  )
}

/** Returns the personal data and ids in a text for nobody, such as a log or an error response. */
export function findPersonalData({ a, b, stranger }: Scenario, text: string): string[] {
  const others = [a.shop.shopId, b.shop.shopId, a.photoId, b.photoId, '13911112222', '收货人', '13800000000']
  const secrets = [...allOf(a), ...allOf(b), stranger.token, stranger.cookie, stranger.accountId]
  return [...secrets, ...others].filter((secret) => text.includes(secret))
}
