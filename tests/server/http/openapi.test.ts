import { routes } from '@/contract/routes'
import { call } from '../support/api-client'
import { createTestEnvironment } from '../support/test-environment'

test('the OpenAPI document lists every route with its parameters and body', async () => {
  const env = await createTestEnvironment()
  const document = (await call(env.app, 'GET /api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.entries<Record<string, { operationId: string }>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(operations.sort()).toEqual(Object.keys(routes).sort())
  const order = document.paths['/api/shops/{shopId}/orders/{orderId}'].put
  expect(order.parameters.map((one: { name: string }) => one.name)).toEqual(['shopId', 'orderId'])
  expect(order.requestBody.content['application/json'].schema.required).toContain('seenTotal')
  const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  await env.app.close()
})
