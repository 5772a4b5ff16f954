import { createHash } from 'node:crypto'
import { createId } from '@/domain/id'

/** A person of a walk. Each has a device and a session of its own. */
export type Person = 'seller' | 'buyer' | 'trainer' | 'learner' | 'anyone'

/**
 * A step of a walk. In its path and body, `$name` stands for a value of an earlier reply, which `captures` names by its path in
 * the reply, such as `items.0.id`.
 */
export interface WalkStep {
  as: Person
  route: string
  params?: Record<string, string>
  query?: string
  body?: Record<string, unknown>
  captures?: Record<string, string>
}

/** A step with the request that a release sent and the reply that its server gave. */
export interface Exchange extends Omit<WalkStep, 'body'> {
  body?: unknown
  status: number
  reply: unknown
}

/** What a release sent and was answered, with its contract and state tables. */
export interface Recording {
  /** The `Accept` header of its apps. */
  accept: string
  exchanges: Exchange[]
  /** The schemas of its replies, by route, and of its failures. */
  replies: Record<string, object>
  problem: object
  /** Its tables of orders, claims and payments: by state, the actions and who may take them. */
  tables: Record<'orders' | 'claims' | 'payments', StateTable>
}

export type StateTable = Record<string, readonly { action: string; by: readonly string[]; to: string }[]>

/** An id that is the same in each run. */
export const walkId = (name: string): string =>
  createId(Date.UTC(2026, 10, 25), createHash('sha256').update(name).digest())

export type Captured = Map<string, unknown>

/** Replaces `$name` in texts by captured values; a text that is nothing else may become an object. */
export function fillIn(value: unknown, captured: Captured): unknown {
  if (Array.isArray(value)) return value.map((one) => fillIn(one, captured))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillIn(one, captured)]))
  if (typeof value !== 'string' || !value.includes('$')) return value
  const whole = /^\$(\w+)$/.exec(value)?.[1]
  if (whole !== undefined && captured.has(whole)) return captured.get(whole)
  return value.replace(/\$(\w+)/g, (text, name: string) => String(captured.get(name) ?? text))
}

/** The address of a step. */
export function pathOf(
  { route, params = {}, query = '' }: Pick<WalkStep, 'route' | 'params' | 'query'>,
  captured: Captured,
): string {
  const [, path = ''] = route.split(' ')
  const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  return String(fillIn(filled + query, captured))
}

export function capture({ captures = {} }: Pick<WalkStep, 'captures'>, reply: unknown, into: Captured): void {
  for (const [name, path] of Object.entries(captures))
    into.set(
      name,
      path
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], reply),
    )
}
