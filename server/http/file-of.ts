import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { ApiError, badInput } from '../api-error'
import { codeOf } from '../error-code'

const FIELD = 'file'

/**
 * The one file of a form, in its field `file`, of at most so many bytes; a larger one is `too-large`. `onBytes` gets the size
 * of each piece that arrives.
 */
export async function fileOf(
  request: FastifyRequest,
  most: number,
  onBytes: (bytes: number) => void,
): Promise<Buffer> {
  let found: Buffer | undefined
  try {
    for await (const part of request.files({ limits: { fileSize: most } }))
      found = await bytesOf(part, onBytes)
  } catch (error) {
    // what is left of it is let pass, so that the connection can be used again
    request.raw.resume()
    throw formFault(error)
  }
  if (!found) throw badInput('/file', 'is required')
  return found
}

async function bytesOf({ fieldname, file }: MultipartFile, onBytes: (bytes: number) => void) {
  if (fieldname !== FIELD) throw badInput('/file', 'is required')
  const pieces: Buffer[] = []
  for await (const piece of file) {
    onBytes(piece.length)
    pieces.push(piece)
  }
  if (file.truncated) throw new ApiError('too-large')
  return Buffer.concat(pieces)
}

const TOO_MANY = ['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT']

/** A form that is none or ends too early fails in the parser's own ways; nothing but the form is touched there. */
function formFault(error: unknown): unknown {
  const code = codeOf(error)
  if (TOO_MANY.includes(code)) return badInput('/file', 'must be the only one')
  return error instanceof ApiError || code.startsWith('FST_') ? error : badInput('', 'cannot be read')
}
