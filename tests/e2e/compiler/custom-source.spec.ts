import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'

let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-own-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

let turn = 0
/** Creates a source folder with these files, by default on top of the sample. */
function createSource(files: Record<string, string>, sample = true): string {
  const folderPath = path.join(folder, `own-${++turn}`)
  if (sample) cpSync('examples/custom-source', folderPath, { recursive: true })
  mkdirSync(folderPath, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folderPath, name)), { recursive: true })
    writeFileSync(path.join(folderPath, name), text)
  }
  return folderPath
}

/** Compiles with custom source and returns the report; errors in the source precede any request for the shop. */
async function reportOf(folderPath: string, ...more: string[]) {
  const ran = await runCompiler(
    ...['--shop', 'nosuch12', '--target', 'weapp', '--out', path.join(folder, 'out'), '--json'],
    ...['--own', folderPath, ...more],
  )
  return JSON.parse(ran.out) as { ok: boolean; code: string; message: string }
}

const SECTION = 'templates/sections/contact/section.tsx'

test.describe('compiler custom source', LONG_RUN, () => {
  const refused: [name: string, make: () => string, words: RegExp][] = [
    ['a folder that is not there', () => path.join(folder, 'nowhere'), /nowhere is not there/],
    ['a file', () => path.join(createSource({}), SECTION), /section\.tsx is no folder/],
    ['an empty folder', () => createSource({}, false), /is empty/],
    [
      'a folder of something else',
      () => createSource({ 'letter.txt': 'dear' }, false),
      /holds letter\.txt\. It may/,
    ],
    [
      'a rule of the house',
      () => createSource({ 'domain/money.ts': 'export {}' }),
      /holds domain\/money\.ts\. It may/,
    ],
    ['a script of no kind', () => createSource({ 'ui/x.mjs': '' }), /holds ui\/x\.mjs\. It may/],
    [
      'a link to elsewhere',
      () => {
        const folderPath = createSource({})
        symlinkSync('/etc/hostname', path.join(folderPath, 'ui.ts'))
        return folderPath
      },
      /holds ui\.ts, which is no plain file/,
    ],
  ]
  for (const [name, make, words] of refused)
    test(`rejects ${name} by name`, async () => {
      expect(await reportOf(make())).toMatchObject({
        ok: false,
        code: 'bad-own',
        message: expect.stringMatching(words),
      })
    })

  const broken: [name: string, files: Record<string, string>, where: string][] = [
    [
      'script that is none',
      { [SECTION]: 'export const Contact = () =>\n\n  <View></Text>\n' },
      `${SECTION}:3:`,
    ],
    [
      'import of nothing',
      { [SECTION]: "\nimport { x } from './nothing'\nexport const Contact = x\n" },
      `${SECTION}:2:`,
    ],
    [
      'style that is none',
      { 'templates/sections/contact/visit.scss': '.visit {\n  color: $no-such;\n}\n' },
      'templates/sections/contact/visit.scss:2:',
    ],
    ['type that does not fit', { 'ui/nine.ts': "\nexport const nine: number = '9'\n" }, 'ui/nine.ts:2:14'],
  ]
  for (const [name, files, folderPath] of broken)
    test(`reports a ${name} by file and line`, async () => {
      const where = createSource(files)
      expect(await reportOf(where)).toMatchObject({
        ok: false,
        code: 'own-source',
        message: expect.stringContaining(path.join(where, folderPath)),
      })
    })

  test('applies to one shop only', async () => {
    expect(await reportOf('examples/custom-source', '--shop', 'another1')).toMatchObject({
      ok: false,
      code: 'usage',
    })
  })
})
