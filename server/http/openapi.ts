import type { TSchema } from '@sinclair/typebox'
import { ProblemShape } from '@/contract/problem'
import type { Route } from '@/contract/route'
import { routes } from '@/contract/routes'
import { parseRouteName } from './mount-routes'

type Json = Record<string, unknown>

function parametersOf(where: 'path' | 'query', schema: TSchema | undefined): Json[] {
  const properties: Record<string, TSchema> = schema?.properties ?? {}
  const required: string[] = schema?.required ?? []
  return Object.entries(properties).map(([name, part]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: part,
  }))
}

const content = (type: string, schema: unknown): Json => ({ content: { [type]: { schema } } })

const upload: Json = {
  required: true,
  ...content('multipart/form-data', {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  }),
}

function bodyOf(route: Route): Json {
  if (route.upload) return { requestBody: upload }
  return route.body ? { requestBody: { required: true, ...content('application/json', route.body) } } : {}
}

const problem: Json = {
  description: 'It did not work: `code` says why.',
  ...content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
}

const operationOf = (name: string, route: Route): Json => ({
  operationId: name.replace(/[^A-Za-z]+/g, '-'),
  summary: route.summary,
  parameters: [...parametersOf('path', route.params), ...parametersOf('query', route.query)],
  ...bodyOf(route),
  responses: {
    200: { description: 'What the summary says.', ...content('application/json', route.reply) },
    default: problem,
  },
  security: route.access === 'anyone' ? [] : [{ token: [] }, { device: [] }],
})

export function createOpenApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, route] of Object.entries<Route>(routes)) {
    const { method, url } = parseRouteName(name)
    const path = url.replace(/:([A-Za-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [String(method).toLowerCase()]: operationOf(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kaizhang', version, description: 'Open a shop on a phone, and order from it.' },
    paths,
    components: {
      schemas: { Problem: ProblemShape },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        device: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-kz_device',
          description: 'By plain http it is called `kz_device`.',
        },
      },
    },
  }
}
