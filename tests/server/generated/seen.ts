import type { LightMyRequestResponse } from 'fastify'
import type { Party, Stage } from './stage'

type Role = 'nobody' | 'stranger' | 'buyer' | 'other buyer' | 'other owner' | 'owner'

/** What somebody of a shop may see of it; the rest of it is nobody's but the others'. */
const mine: Record<'owner' | 'buyer', (party: Party) => string[]> = {
  owner: ({ owners, orders, secrets }) => [...owners, ...orders, ...secrets.owner],
  buyer: ({ orders, secrets }) => [...orders, ...secrets.buyer],
}

const allOf = (party: Party) => [...new Set([...mine.owner(party), ...mine.buyer(party)])]

function seenBy({ a, b }: Stage, role: Role): string[] {
  if (role === 'owner') return mine.owner(a)
  if (role === 'buyer') return mine.buyer(a)
  if (role === 'other owner') return mine.owner(b)
  return role === 'other buyer' ? mine.buyer(b) : []
}

/** What an answer holds that is not for the eyes of this role. */
export function strangersFinds(stage: Stage, role: Role, answer: LightMyRequestResponse): string[] {
  const text = `${JSON.stringify(answer.headers)}\n${answer.body}`
  const own = new Set(seenBy(stage, role))
  return [...allOf(stage.a), ...allOf(stage.b)].filter((secret) => !own.has(secret) && text.includes(secret))
}

/** What of anybody's stands in a text that is for nobody: a log, or an answer to a fault. */
export function saidInLog({ a, b, stranger }: Stage, text: string): string[] {
  const others = [a.shop.shopId, b.shop.shopId, a.photoId, b.photoId, '13911112222', '收货人', '13800000000']
  const secrets = [...allOf(a), ...allOf(b), stranger.token, stranger.cookie, stranger.accountId]
  return [...secrets, ...others].filter((secret) => text.includes(secret))
}
