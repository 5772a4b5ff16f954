import type { LightMyRequestResponse } from 'fastify'
import type { Role } from './access-table'
import type { Classroom, Scenario, ShopParty } from './scenario'

/** Texts of a shop that each role may read; everything else is private to the other roles. */
const visibleTexts: Record<'owner' | 'buyer', (party: ShopParty) => string[]> = {
  owner: ({ owners, orders, secrets }) => [...owners, ...orders, ...secrets.owner],
  buyer: ({ orders, secrets }) => [...orders, ...secrets.buyer],
}

const allOf = (party: ShopParty) => [...new Set([...visibleTexts.owner(party), ...visibleTexts.buyer(party)])]

/** The secrets of the people of a lesson, each visible to its person only: tokens, cookies and account ids. */
const classroomSecrets = ({ lesson, screenId, openerTown, helped, ...people }: Classroom): string[] =>
  Object.values(people).flatMap(({ token, cookie, accountId }) => [token, cookie, accountId])

const people = ['county', 'keeper', 'teacher', 'screen', 'learner', 'opener', 'helper'] as const

const ownSecrets = ({ classroom }: Scenario, role: Role): string[] => {
  const name = role === 'other trainer' ? 'otherTrainer' : people.find((one) => one === role)
  if (!name) return []
  const { token, cookie, accountId } = classroom[name]
  return [token, cookie, accountId]
}

function visibleTo({ a, b }: Scenario, role: Role): string[] {
  if (role === 'owner') return visibleTexts.owner(a)
  if (role === 'buyer') return visibleTexts.buyer(a)
  if (role === 'other owner') return visibleTexts.owner(b)
  // doubtful texts, as they are
  if (role === 'operator') return [...a.owners, ...b.owners, ...a.orders, ...b.orders]
  // goods that are not on sale
  if (role === 'helper') return a.owners
  return role === 'other buyer' ? visibleTexts.buyer(b) : []
}

/** Returns the private texts in a response that a role must not see. */
export function findLeaks(scenario: Scenario, role: Role, answer: LightMyRequestResponse): string[] {
  const text = `${JSON.stringify(answer.headers)}\n${answer.body}`
  const visible = new Set([...visibleTo(scenario, role), ...ownSecrets(scenario, role)])
  return [...allOf(scenario.a), ...allOf(scenario.b), ...classroomSecrets(scenario.classroom)].filter(
    (secret) => !visible.has(secret) && text.includes(secret),
  )
}

/** Returns the personal data and ids in a text that must contain none, such as a log or an error response. */
export function findPersonalData({ a, b, stranger, operator, classroom }: Scenario, text: string): string[] {
  const others = [a.shop.shopId, b.shop.shopId, a.photoId, b.photoId, '13911112222', '收货人', '13800000000']
  const secrets = [
    ...[...allOf(a), ...allOf(b), ...classroomSecrets(classroom)],
    ...[stranger, operator].flatMap(({ token, cookie, accountId }) => [token, cookie, accountId]),
  ]
  return [...secrets, ...others].filter((secret) => text.includes(secret))
}
