import type { FastifyInstance } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import type { ApiClient } from '../api-client'
import { createUploadBody } from '../pictures'

/** Uploads a photo under an id; `null` sends it without sign-in. */
export function sendPhoto(
  app: FastifyInstance,
  client: ApiClient | null,
  id: string,
  bytes: Buffer,
  method: 'PUT' | 'POST' = 'PUT',
) {
  const { payload, headers } = createUploadBody(bytes)
  const caller = { accept: ACCEPT, ...(client ? { authorization: `Bearer ${client.token}` } : {}) }
  return app.inject({ method, url: `/api/photos/${id}`, payload, headers: { ...headers, ...caller } })
}
