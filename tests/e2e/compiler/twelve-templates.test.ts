import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { allTemplates } from '@/templates/all-templates'
import { checkBundle } from '../../../scripts/lib/weapp-bundle.mjs'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'
import { refusedByWechat, wechatCompilersRun } from '../../weapp/wechat-compilers'
import { runCompiler } from './run-compiler'

const NAMES = allTemplates.map(({ name }) => name)

let server: ServerProcess
let folder: string
const slugs = new Map<string, string>()
const appOf = (template: string) => path.join(folder, slugs.get(template) ?? '')

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-twelve-'))
  for (const template of NAMES)
    slugs.set(template, (await openStockedShop(server.origin, { template, goods: 5 })).slug)
  const shops = [...slugs.values()].flatMap((slug) => ['--shop', slug])
  const ran = await runCompiler(...shops, '--target', 'weapp', '--out', folder, '--api', server.origin)
  if (ran.code !== 0) throw new Error(ran.err)
})
afterAll(async () => {
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

describe('compiler', () => {
  it('compiles a shop with each of the twelve templates', () => {
    expect(slugs.size).toBe(12)
  })

  it.each(NAMES)('builds a %s shop that WeChat can load', (template) => {
    expect(checkBundle(appOf(template), { ecmaVersion: 2018 })).toEqual([])
  })

  if (wechatCompilersRun)
    it.each(NAMES)("builds a %s shop that WeChat's own compilers accept", (template) => {
      expect(refusedByWechat(appOf(template))).toEqual([])
    })
})
