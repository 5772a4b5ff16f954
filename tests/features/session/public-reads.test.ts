import { isPublicRead } from '@/api/public-reads'
import { type RouteName, routes } from '@/contract/routes'

const names = Object.keys(routes) as RouteName[]

it.each(names)('isPublicRead is true for %s only if anyone may read it', (name) => {
  expect(isPublicRead(name)).toBe(name.startsWith('GET ') && routes[name].access === 'anyone')
})
