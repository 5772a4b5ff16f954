import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { singleLanguageAliases } from '../../config/single-language'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kaizhang-languages-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(...files: string[]) {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), '')
  }
}

const aliases = () =>
  [...singleLanguageAliases(root)].map(([module, texts]) => [
    path.relative(root, module),
    path.relative(root, texts),
  ])

describe('text alias of a build', () => {
  beforeEach(() =>
    write(
      'locales/cart.ts',
      'locales/translation.ts',
      'locales/zh-CN/cart.ts',
      'locales/zh-CN/parts/money.ts',
      'templates/sections/story/words.ts',
      'templates/sections/story/zh-CN/words.ts',
      'templates/sections/story/settings.ts',
      'templates/sections/spacer/settings.ts',
    ),
  )

  it('leads to the Chinese file while there is no other language', () => {
    expect(aliases()).toEqual([
      ['locales/cart.ts', 'locales/zh-CN/cart.ts'],
      ['templates/sections/story/words.ts', 'templates/sections/story/zh-CN/words.ts'],
    ])
  })

  it('is absent once a second language exists', () => {
    write('locales/ug/index.ts')
    expect(aliases()).toEqual([])
  })
})
