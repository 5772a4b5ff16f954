import type { TSchema } from '@sinclair/typebox'
import type { FastifyRequest } from 'fastify'

const WHOLE = /^-?[0-9]{1,15}$/

/** Addresses carry text: what the schema wants as an integer is read as one; the schema judges the rest. */
export function readNumbers(schema: TSchema) {
  const properties: Record<string, TSchema> = schema.properties ?? {}
  const numbers = Object.keys(properties).filter((name) => properties[name]?.type === 'integer')
  return (request: FastifyRequest, _: unknown, done: () => void) => {
    const query = request.query as Record<string, unknown>
    for (const name of numbers) {
      const text = query[name]
      if (typeof text === 'string' && WHOLE.test(text)) query[name] = Number(text)
    }
    done()
  }
}
