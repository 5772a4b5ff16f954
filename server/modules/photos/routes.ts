import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { codeOf } from '../../error-code'
import type { Call, Handlers } from '../../http/call'
import type { Parts } from '../../parts'
import { badInput, Refused } from '../../refused'
import type { Queue } from './queue'
import { seedOf } from './seed-of'
import { storePhoto } from './store-photo'
import { Uploads } from './uploads'

const FIELD = 'file'

/** The one file of a form, in its field `file`. */
async function fileOf(request: FastifyRequest): Promise<Buffer> {
  let found: Buffer | undefined
  try {
    for await (const part of request.files()) found = await bytesOf(part)
  } catch (error) {
    // what is left of it is let pass, so that the connection can be used again
    request.raw.resume()
    throw formFault(error)
  }
  if (!found) throw badInput('/file', 'is required')
  return found
}

async function bytesOf(part: MultipartFile): Promise<Buffer> {
  if (part.fieldname !== FIELD) throw badInput('/file', 'is required')
  return part.toBuffer()
}

const TOO_MANY = ['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT']

/** A form that is none or ends too early fails in the parser's own ways; nothing but the form is touched there. */
function formFault(error: unknown): unknown {
  const code = codeOf(error)
  if (TOO_MANY.includes(code)) return badInput('/file', 'must be the only one')
  return error instanceof Refused || code.startsWith('FST_') ? error : badInput('', 'cannot be read')
}

export function photoHandlers(parts: Parts, queue: Queue) {
  type Uploading = Pick<Call<'PUT /api/photos/:photoId'>, 'params' | 'who' | 'request'>
  const uploads = new Uploads()
  const upload = ({ params: { photoId }, who: { accountId }, request }: Uploading) =>
    uploads.take(accountId, async () =>
      storePhoto(parts, queue, { id: photoId, accountId, bytes: await fileOf(request) }),
    )

  return {
    'GET /api/photos/:photoId/seed': async ({ params: { photoId }, who }) => ({
      seed: await seedOf(parts, photoId, who.accountId),
    }),
    'PUT /api/photos/:photoId': upload,
    'POST /api/photos/:photoId': upload,
  } satisfies Partial<Handlers>
}
