import { environmentPerFile } from '../support/test-environment'

const env = environmentPerFile()

const origin = 'https://li.example'

test('the API allows cross-origin requests with a token and without cookies', async () => {
  const preflight = await env.app.inject({
    method: 'OPTIONS',
    url: '/api/shops/01ARZ3NDEKTSV4RRFFQ69G5FAV/orders/01ARZ3NDEKTSV4RRFFQ69G5FAV',
    headers: {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization',
    },
  })
  expect(preflight.statusCode).toBe(204)
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': expect.stringContaining('PUT'),
    'access-control-allow-headers': 'authorization, content-type',
  })
  const session = await env.app.inject({
    method: 'POST',
    url: '/api/sessions',
    headers: { origin },
    payload: { provider: 'device' },
  })
  expect(session.headers['access-control-allow-origin']).toBe('*')
  expect(session.headers['access-control-allow-credentials']).toBeUndefined()
  const missing = await env.app.inject({ url: '/api/storefronts/nosuch1', headers: { origin } })
  expect([missing.statusCode, missing.headers['access-control-allow-origin']]).toEqual([404, '*'])
})
