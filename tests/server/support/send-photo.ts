import type { FastifyInstance } from 'fastify'
import type { Person } from './person'
import { upload } from './pictures'

/** Sends a photo under an id; `null` sends it as nobody. */
export function sendPhoto(
  app: FastifyInstance,
  person: Person | null,
  id: string,
  bytes: Buffer,
  method: 'PUT' | 'POST' = 'PUT',
) {
  const { payload, headers } = upload(bytes)
  const authorization = person ? { authorization: `Bearer ${person.token}` } : {}
  return app.inject({ method, url: `/api/photos/${id}`, payload, headers: { ...headers, ...authorization } })
}
