import { pages } from '@/routes'

interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** Returns the app's configuration and the pages with an H5 address, of the whole app or of a single shop's. */
function readConfig(app: 'one-shop' | undefined, target: 'h5' | 'weapp' = 'h5') {
  process.env.TARO_ENV = target
  if (app) process.env.KZ_APP = app
  else delete process.env.KZ_APP
  jest.resetModules()
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { default: config } = require('@/app.config') as { default: AppConfig }
  const { routes } = require('../../config/one-shop') as { routes: Record<string, string> }
  const packages = config.subPackages ?? []
  const listed = [
    ...config.pages,
    ...packages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ]
  return {
    listed: listed.sort(),
    addressed: Object.keys(routes)
      .map((path) => path.slice(1))
      .sort(),
  }
}

afterAll(() => {
  delete process.env.KZ_APP
  Reflect.deleteProperty(process.env, 'TARO_ENV')
})

describe('the configuration of pages', () => {
  it('lists every page of src/routes.ts once in src/app.config.ts and gives it an H5 address', () => {
    const all = Object.values(pages).sort()
    expect(readConfig(undefined)).toEqual({ listed: all, addressed: all })
  })

  it('leaves the console of operators out of the mini-program and of single-shop apps', () => {
    const rest = Object.values(pages).filter((page) => page !== pages.console)
    expect(readConfig(undefined, 'weapp').listed).toEqual(rest.sort())
    for (const target of ['h5', 'weapp'] as const)
      expect(readConfig('one-shop', target).listed).not.toContain(pages.console)
  })

  it('lists the same pages of a single-shop app in src/app.config.ts and config/one-shop.ts', () => {
    const { listed, addressed } = readConfig('one-shop')
    expect(listed).toEqual(addressed)
  })
})
