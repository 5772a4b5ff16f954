import type { FastifyError, FastifySchemaValidationError } from 'fastify'
import type { FieldError } from '@/domain/failure'

/** Escapes a field's name for a JSON pointer and cuts it to 60 characters. */
const pointerSegment = (name: string) => name.slice(0, 60).replace(/~/g, '~0').replace(/\//g, '~1')

/** Reports a missing or unknown field under its own path instead of that of the enclosing object. */
function toFieldError({ instancePath, params, message }: FastifySchemaValidationError): FieldError {
  const name = params.missingProperty ?? params.additionalProperty ?? params.tag
  return {
    path: typeof name === 'string' ? `${instancePath}/${pointerSegment(name)}` : instancePath,
    message: message ?? 'is invalid',
  }
}

/** Returns one validation error per field; the path '' stands for the whole document. */
export function validationErrors(error: FastifyError): { fields: FieldError[] } {
  const errors = error.validation?.map(toFieldError) ?? [{ path: '', message: plainReason(error.code) }]
  const byPath = new Map(errors.reverse().map((one) => [one.path, one]))
  return { fields: [...byPath.values()].reverse() }
}

/** Returns a fixed text, as Fastify's own messages may quote the input. */
const plainReason = (code: string): string =>
  ({
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'must be application/json',
    FST_INVALID_MULTIPART_CONTENT_TYPE: 'must be multipart/form-data with one file',
    FST_PROTO_VIOLATION: 'has a field of a name that cannot be used',
  })[code] ?? 'cannot be read'
