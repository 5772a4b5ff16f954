import type { FastifyRequest } from 'fastify'
import { CENTRE_PATTERN } from '@/domain/centre'
import { ID_PATTERN } from '@/domain/id'

const patterns = {
  shopId: new RegExp(ID_PATTERN),
  orderId: new RegExp(ID_PATTERN),
  lessonId: new RegExp(ID_PATTERN),
  centre: new RegExp(CENTRE_PATTERN),
}

/** The names of path parts that name a resource. */
export type PathPart = keyof typeof patterns

/** A part of the request's path; `undefined` when the route has none of this name or when it cannot name a resource. */
export function readPathPart({ params }: FastifyRequest, name: PathPart): string | undefined {
  const value = params !== null && typeof params === 'object' ? Reflect.get(params, name) : undefined
  return typeof value === 'string' && patterns[name].test(value) ? value : undefined
}
