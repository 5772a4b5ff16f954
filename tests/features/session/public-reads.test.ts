import { isPublicRead } from '@/api/public-reads'
import { type RouteName, routes } from '@/contract/routes'

const names = Object.keys(routes) as RouteName[]

it.each(names)('knows whether %s needs a session', (name) => {
  expect(isPublicRead(name)).toBe(name.startsWith('GET ') && routes[name].access === 'anyone')
})
