import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { ApiError, badInput } from '../api-error'
import { getErrorCode } from '../error-code'

const FIELD = 'file'

/**
 * Reads the single file of a multipart form from its field `file`. `onBytes` gets the size of each chunk.
 * @throws ApiError `too-large` above `maxBytes`, `bad-input` for any other form.
 */
export async function readUploadedFile(
  request: FastifyRequest,
  maxBytes: number,
  onBytes: (bytes: number) => void,
): Promise<Buffer> {
  let found: Buffer | undefined
  try {
    for await (const part of request.files({ limits: { fileSize: maxBytes } }))
      found = await readPart(part, onBytes)
  } catch (error) {
    // drain the rest of the body, so that the connection can be reused
    request.raw.resume()
    throw toFormError(error)
  }
  if (!found) throw badInput('/file', 'is required')
  return found
}

async function readPart({ fieldname, file }: MultipartFile, onBytes: (bytes: number) => void) {
  if (fieldname !== FIELD) throw badInput('/file', 'is required')
  const chunks: Buffer[] = []
  for await (const chunk of file) {
    onBytes(chunk.length)
    chunks.push(chunk)
  }
  if (file.truncated) throw new ApiError('too-large')
  return Buffer.concat(chunks)
}

const TOO_MANY = ['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT']

/** Maps the parser's errors for malformed or truncated forms to `bad-input`. */
function toFormError(error: unknown): unknown {
  const code = getErrorCode(error)
  if (TOO_MANY.includes(code)) return badInput('/file', 'must be the only one')
  return error instanceof ApiError || code.startsWith('FST_') ? error : badInput('', 'cannot be read')
}
