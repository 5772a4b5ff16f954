import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { allTemplates } from '@/templates/all-templates'
import { readFolder } from '../../../compiler/folder'
import { BUDGETS, codeBytes, measureSizes } from '../../../compiler/sizes'
import { checkBundle } from '../../../scripts/lib/weapp-bundle.mjs'
import { openStockedShop } from '../../support/stocked-shop'
import { refusedByWechat, wechatCompilersRun } from '../../weapp/wechat-compilers'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'

const NAMES = allTemplates.map(({ name }) => name)

let folder: string
const slugs = new Map<string, string>()
const appOf = (template: string) => path.join(folder, slugs.get(template) ?? '')

// the shops are compiled once
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ sharedServer: { server } }) => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-twelve-'))
  for (const template of NAMES)
    slugs.set(template, (await openStockedShop(server.origin, { template, goods: 5 })).slug)
  const shops = [...slugs.values()].flatMap((slug) => ['--shop', slug])
  const ran = await runCompiler(...shops, '--target', 'weapp', '--out', folder, '--api', server.origin)
  if (ran.code !== 0) throw new Error(ran.err)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.describe('compiler', LONG_RUN, () => {
  test('compiles a shop with each of the twelve templates', () => {
    expect(slugs.size).toBe(12)
  })

  for (const template of NAMES) {
    test(`builds a ${template} shop that WeChat can load`, () => {
      expect(checkBundle(appOf(template), { ecmaVersion: 2018 })).toEqual([])
    })

    test(`keeps the code of a ${template} shop within 400 KB`, () => {
      const files = readFolder(appOf(template))
      expect(codeBytes(measureSizes('weapp', files))).toBeLessThanOrEqual(BUDGETS.weappTemplateCode)
    })

    if (wechatCompilersRun)
      test(`builds a ${template} shop that WeChat's own compilers accept`, () => {
        expect(refusedByWechat(appOf(template))).toEqual([])
      })
  }
})
