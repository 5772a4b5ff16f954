import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The module that the build of a single-shop app replaces, by the name it is imported by (config/one-shop.ts). */
const ALIAS = '@/platform/embedded-shop/embedded-shop'

it('the embedded shop is imported only by the name that the build of a single-shop app replaces', () => {
  const files = readdirSync('src', { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name))
  const imported = files.flatMap((name) =>
    [...readFileSync(path.join('src', name), 'utf8').matchAll(/from '([^']*\/embedded-shop)'/g)].map(
      ([, from]) => `${name}: ${from}`,
    ),
  )
  expect(imported.length).toBeGreaterThan(5)
  expect(imported.filter((one) => !one.endsWith(`: ${ALIAS}`))).toEqual([])
})
