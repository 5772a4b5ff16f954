import type { FastifyInstance } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import type { ApiClient } from '../api-client'
import { createUploadBody } from '../pictures'

/** Uploads a recording under an id; `null` sends it without sign-in. */
export function sendVoice(
  app: FastifyInstance,
  client: ApiClient | null,
  id: string,
  bytes: Buffer,
  method: 'PUT' | 'POST' = 'PUT',
) {
  const { payload, headers } = createUploadBody(bytes, 'voice.mp3')
  const caller = { accept: ACCEPT, ...(client ? { authorization: `Bearer ${client.token}` } : {}) }
  return app.inject({ method, url: `/api/voices/${id}`, payload, headers: { ...headers, ...caller } })
}
