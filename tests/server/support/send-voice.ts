import type { FastifyInstance } from 'fastify'
import type { Person } from './person'
import { upload } from './pictures'

/** Sends a recording under an id; `null` sends it as nobody. */
export function sendVoice(
  app: FastifyInstance,
  person: Person | null,
  id: string,
  bytes: Buffer,
  method: 'PUT' | 'POST' = 'PUT',
) {
  const { payload, headers } = upload(bytes, 'voice.mp3')
  const authorization = person ? { authorization: `Bearer ${person.token}` } : {}
  return app.inject({ method, url: `/api/voices/${id}`, payload, headers: { ...headers, ...authorization } })
}
