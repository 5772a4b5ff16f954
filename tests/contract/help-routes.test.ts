import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { admittedRoles, helpRoles } from '@/domain/access'

const names = Object.keys(routes) as RouteName[]
const routeOf = (name: RouteName): Route => routes[name]
const admitsHelpers = (name: RouteName): boolean => {
  const admitted: readonly string[] = admittedRoles[routes[name].access]
  return helpRoles.some((role) => admitted.includes(role))
}

describe('the route table', () => {
  it('names a help action for every writing route that admits helpers, and for no other route', () => {
    const named = names.filter((name) => routeOf(name).help !== undefined)
    const writes = names.filter((name) => !name.startsWith('GET ') && admitsHelpers(name))
    expect(named.sort()).toEqual(writes.sort())
    expect(writes.length).toBeGreaterThan(0)
  })

  it('admits helpers to no route about orders, money, buyers, payments, keys, exports or other owners', () => {
    const forbidden = /orders|money|blocked-buyers|payment|\/key|exports|owners|today|help-steps|\/helps/
    expect(names.filter((name) => admitsHelpers(name) && forbidden.test(name))).toEqual([])
  })

  it('names the shop in the address of every route that admits helpers', () => {
    expect(names.filter((name) => admitsHelpers(name) && !name.includes('/shops/:shopId'))).toEqual([])
  })
})
