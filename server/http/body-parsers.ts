import { isUtf8 } from 'node:buffer'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import { badInput } from '../api-error'
import { withoutInvisible } from './invisible-characters'

/**
 * Accepts JSON bodies in UTF-8 only, as other encodings would be stored as replacement characters. An empty body, which some
 * clients send with `DELETE`, counts as none. Texts lose their invisible characters.
 */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else if (isUtf8(body as Buffer)) {
      const text = String(body)
      parse(request, text, (error, value) => done(error, error ? undefined : withoutInvisible(value, text)))
    } else done(badInput('', 'must be UTF-8'))
  })
}

/** Accepts multipart bodies with one file in this scope only, as the plugin's hooks run for every request of its scope. */
export async function parseFileUploads(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
  })
}
