import type { FastifyError, FastifySchemaValidationError } from 'fastify'
import type { FieldFault } from '@/domain/failure'

/** A field's name in a JSON pointer; one that nobody would write is told by its beginning. */
const pointer = (name: string) => name.slice(0, 60).replace(/~/g, '~0').replace(/\//g, '~1')

/** A missing or an unknown field is reported at itself, not at the object around it. */
function faultOf({ instancePath, params, message }: FastifySchemaValidationError): FieldFault {
  const name = params.missingProperty ?? params.additionalProperty ?? params.tag
  return {
    path: typeof name === 'string' ? `${instancePath}/${pointer(name)}` : instancePath,
    message: message ?? 'does not fit',
  }
}

/** What is wrong with the input, field by field; the whole document has the path ''. */
export function validationErrors(error: FastifyError): { fields: FieldFault[] } {
  const faults = error.validation?.map(faultOf) ?? [{ path: '', message: plainReason(error.code) }]
  const seen = new Map(faults.reverse().map((fault) => [fault.path, fault]))
  return { fields: [...seen.values()].reverse() }
}

/** The framework's own words may quote the input, so they are not passed on. */
const plainReason = (code: string): string =>
  ({
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'must be application/json',
    FST_INVALID_MULTIPART_CONTENT_TYPE: 'must be multipart/form-data with one file',
    FST_PROTO_VIOLATION: 'has a field of a name that cannot be used',
  })[code] ?? 'cannot be read'
