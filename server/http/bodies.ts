import { isUtf8 } from 'node:buffer'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import { badInput } from '../api-error'

/** JSON in UTF-8 is read and nothing else: bytes of another encoding would be kept as question marks. An empty body is none, as clients send it with `DELETE`. */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else if (isUtf8(body as Buffer)) parse(request, String(body), done)
    else done(badInput('', 'must be UTF-8'))
  })
}

/** One file, for the routes of this scope only: the plugin's hooks would run at every other request too. */
export async function takeFiles(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
  })
}
