import type { TSchema } from '@sinclair/typebox'
import type { FastifyRequest } from 'fastify'

const INTEGER = /^-?[0-9]{1,15}$/

/** Returns a hook that converts query parameters to integers where the schema expects them; validation handles the rest. */
export function coerceIntegers(schema: TSchema) {
  const properties: Record<string, TSchema> = schema.properties ?? {}
  const numbers = Object.keys(properties).filter((name) => properties[name]?.type === 'integer')
  return (request: FastifyRequest, _: unknown, done: () => void) => {
    const query = request.query as Record<string, unknown>
    for (const name of numbers) {
      const text = query[name]
      if (typeof text === 'string' && INTEGER.test(text)) query[name] = Number(text)
    }
    done()
  }
}
