import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBundle } from '../../scripts/lib/weapp-bundle.mjs'
import { refusedByWechat, wechatCompilersRun } from './wechat-compilers'

const dist = path.resolve(process.env.WEAPP_DIST ?? 'dist/weapp')

it('checkBundle finds only selectors that WXSS allows in the built mini-program', () => {
  expect(checkBundle(dist).filter((problem) => problem.includes('selector'))).toEqual([])
})

if (wechatCompilersRun)
  describe("WeChat's own compiler", () => {
    it('accepts every style and template of the built mini-program', () => {
      expect(refusedByWechat(dist)).toEqual([])
    })

    it.each([
      ['a universal selector', 'app.wxss', '.shelf > * { color: red }', /error at token `\*`/],
      ['a tag that is not closed', 'home.wxml', '<view><text></view>', /home\.wxml/],
    ])('refuses %s', (_, file, text, words) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'refused-'))
      try {
        writeFileSync(path.join(folder, file), text)
        const good = file.endsWith('.wxss') ? ['home.wxml', '<view/>'] : ['app.wxss', '.a { color: red }']
        writeFileSync(path.join(folder, good[0] as string), good[1] as string)
        expect(refusedByWechat(folder).join()).toMatch(words)
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  })
