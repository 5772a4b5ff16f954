import type { FastifyInstance } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import type { ApiClient } from '../api-client'
import { createUploadBody } from '../pictures'

const sender =
  (route: string, file?: string) =>
  (
    app: FastifyInstance,
    client: ApiClient | null,
    id: string,
    bytes: Buffer,
    method: 'PUT' | 'POST' = 'PUT',
  ) => {
    const { payload, headers } = createUploadBody(bytes, file)
    const caller = { accept: ACCEPT, ...(client ? { authorization: `Bearer ${client.token}` } : {}) }
    return app.inject({ method, url: `${route}/${id}`, payload, headers: { ...headers, ...caller } })
  }

/** Uploads a photo under an id; `null` sends it without sign-in. */
export const sendPhoto = sender('/api/photos')

/** Uploads a recording under an id; `null` sends it without sign-in. */
export const sendVoice = sender('/api/voices', 'voice.mp3')
