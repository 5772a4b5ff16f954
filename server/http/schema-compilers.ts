import createValidatorFactory from '@fastify/ajv-compiler'
import createSerializerFactory from '@fastify/fast-json-stringify-compiler'

type ValidatorFactory = ReturnType<typeof createValidatorFactory>
type Validator = ReturnType<ReturnType<ValidatorFactory>>
type SerializerFactory = ReturnType<typeof createSerializerFactory>
type Serializer = ReturnType<ReturnType<SerializerFactory>>

const createValidator = createValidatorFactory()
const createSerializer = createSerializerFactory()
const serializers = new WeakMap<object, Serializer>()

/** Wraps a validator that is compiled when it is first used; Fastify reads `errors` after each use. */
function lazyValidator(compile: () => Validator): Validator {
  let compiled: Validator | undefined
  const validate = (...args: Parameters<Validator>): unknown => {
    compiled ??= compile()
    const result = compiled(...args)
    lazy.errors = compiled.errors ?? null
    return result
  }
  // with a `schemaEnv`, Fastify passes the parent of the data, as Ajv expects
  const lazy = Object.assign(validate, { schemaEnv: {} }) as unknown as Validator
  return lazy
}

const buildValidator: ValidatorFactory = (externalSchemas, options) => {
  const compile = createValidator(externalSchemas, options)
  return (route) => lazyValidator(() => compile(route))
}

const buildSerializer: SerializerFactory = (externalSchemas, options) => {
  const compile = createSerializer(externalSchemas, options)
  return (route) => {
    const schema = route.schema as object
    return (data) => {
      const serialize = serializers.get(schema) ?? compile(route)
      serializers.set(schema, serialize)
      return serialize(data)
    }
  }
}

/**
 * Fastify's compilers, which compile a schema when a request first needs it: all schemas together take a quarter of the server's start.
 * They are shared by all apps of a process, so that a schema is compiled once however many routes and apps use it; Ajv itself returns the
 * validator that it has compiled for a schema object.
 */
export const compilersFactory = { buildValidator, buildSerializer }
