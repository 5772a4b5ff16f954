import createValidatorFactory from '@fastify/ajv-compiler'
import createSerializerFactory from '@fastify/fast-json-stringify-compiler'

type SerializerFactory = ReturnType<typeof createSerializerFactory>
type Serializer = ReturnType<ReturnType<SerializerFactory>>

const createSerializer = createSerializerFactory()
const serializers = new WeakMap<object, Serializer>()

/** Returns the serializer of a schema, compiled when the schema is first used. */
const buildSerializer: SerializerFactory = (externalSchemas, options) => {
  const compile = createSerializer(externalSchemas, options)
  return (route) => {
    const schema = route.schema as object
    const serializer = serializers.get(schema) ?? compile(route)
    serializers.set(schema, serializer)
    return serializer
  }
}

/**
 * Fastify's compilers, shared by all apps of a process, so that a schema is compiled once however many routes and apps use
 * it. Ajv itself returns the validator that it has compiled for a schema object.
 */
export const compilersFactory = { buildValidator: createValidatorFactory(), buildSerializer }
