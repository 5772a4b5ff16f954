import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCompiler } from './run-compiler'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-own-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let turn = 0
/** A folder with these files in it, over the sample's. */
function own(files: Record<string, string>, sample = true): string {
  const place = path.join(folder, `own-${++turn}`)
  if (sample) cpSync('examples/own-source', place, { recursive: true })
  mkdirSync(place, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), text)
  }
  return place
}

/** What is wrong with a shop's own source is told before anybody asks for the shop. */
async function told(place: string, ...more: string[]) {
  const ran = await runCompiler(
    ...['--shop', 'nosuch12', '--target', 'weapp', '--out', path.join(folder, 'out'), '--json'],
    ...['--own', place, ...more],
  )
  return JSON.parse(ran.out) as { ok: boolean; code: string; message: string }
}

const SECTION = 'templates/sections/contact/section.tsx'

test.each<[string, () => string, RegExp]>([
  ['a folder that is not there', () => path.join(folder, 'nowhere'), /nowhere is not there/],
  ['a file', () => path.join(own({}), SECTION), /section\.tsx is no folder/],
  ['an empty folder', () => own({}, false), /is empty/],
  ['a folder of something else', () => own({ 'letter.txt': 'dear' }, false), /holds letter\.txt\. It may/],
  ['a rule of the house', () => own({ 'domain/money.ts': 'export {}' }), /holds domain\/money\.ts\. It may/],
  ['a script of no kind', () => own({ 'ui/x.mjs': '' }), /holds ui\/x\.mjs\. It may/],
  [
    'a link to elsewhere',
    () => {
      const place = own({})
      symlinkSync('/etc/hostname', path.join(place, 'ui.ts'))
      return place
    },
    /holds ui\.ts, which is no plain file/,
  ],
])('%s is no own source, and is refused by name', async (_, make, words) => {
  expect(await told(make())).toMatchObject({
    ok: false,
    code: 'bad-own',
    message: expect.stringMatching(words),
  })
})

test.each<[string, Record<string, string>, string]>([
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
])("%s in a shop's own source is told by file and line", async (_, files, place) => {
  const where = own(files)
  expect(await told(where)).toMatchObject({
    ok: false,
    code: 'own-source',
    message: expect.stringContaining(path.join(where, place)),
  })
})

test('own source is one shop’s', async () => {
  expect(await told('examples/own-source', '--shop', 'another1')).toMatchObject({ ok: false, code: 'usage' })
})
