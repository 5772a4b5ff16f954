import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { MAX_PHOTO_BYTES } from '@/domain/photo'

/** JSON is read and nothing else. An empty body is none, as clients send it with `DELETE`. */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else parse(request, String(body), done)
  })
}

/** One file, for the routes of this scope only: the plugin's hooks would run at every other request too. */
export async function takeFiles(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
  })
}
