import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStockedShop } from '../../support/stocked-shop'
import { compileForRelease } from '../../weapp/release-tool'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** Scripts and templates of all pages of a built mini-program. */
function pageFiles(folder: string): string[] {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  )
  return [...app.pages, ...inPackages].flatMap((page) => [`${page}.js`, `${page}.wxml`])
}

test.describe("WeChat's release tool", LONG_RUN, () => {
  test('compiles every page of the built mini-program', async () => {
    expect(await compileForRelease('dist/weapp')).toEqual(expect.arrayContaining(pageFiles('dist/weapp')))
  })

  test("compiles every page of a shop's own mini-program", async ({ sharedServer: { server } }) => {
    const out = mkdtempSync(path.join(tmpdir(), 'kaizhang-release-'))
    try {
      const { slug } = await openStockedShop(server.origin, { template: 'woodgrain', goods: 5 })
      const ran = await runCompiler(
        ...['--shop', slug, '--target', 'weapp', '--out', out, '--api', server.origin],
      )
      expect(ran.code, ran.err).toBe(0)
      expect(await compileForRelease(out)).toEqual(expect.arrayContaining(pageFiles(out)))
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})
