import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBundle, measureBundle } from '../../scripts/lib/weapp-bundle.mjs'

const sample: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['home'],
    subPackages: [{ root: 'sub', pages: ['one'] }],
    usingComponents: { part: '/part' },
  }),
  'app.js': 'require("./vendors");App({})',
  'vendors.js': 'var x = 1',
  'app.wxss': 'page { color: red } .a:nth-child(2n)::after { color: red }',
  'project.config.json': JSON.stringify({ miniprogramRoot: '' }),
  'home.js': 'Page({})',
  'home.json': '{}',
  'home.wxml': '<view>{{a}}</view>',
  'part.js': 'Component({})',
  'sub/one.js': 'Page({})',
  'sub/one.json': '{}',
  'sub/one.wxml': '<view/>',
  'vendors.js.map': 'not uploaded',
}

let dist: string

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  mkdirSync(path.join(dist, 'sub'))
  for (const [file, text] of Object.entries(sample)) writeFileSync(path.join(dist, file), text)
})
afterEach(() => rmSync(dist, { recursive: true }))

const put = (file: string, text: string) => writeFileSync(path.join(dist, file), text)

test('checkBundle accepts a sound bundle, and measureBundle returns the bytes of each package', () => {
  expect(checkBundle(dist)).toEqual([])
  const { packages, total } = measureBundle(dist)
  expect(packages.sub).toBe('Page({})'.length + '{}'.length + '<view/>'.length)
  expect(total).toBe((packages.main ?? 0) + (packages.sub ?? 0))
})

test.each<[string, () => void, string]>([
  ['newer syntax', () => put('home.js', 'const x = () => 1'), 'home.js: not ES5'],
  ['a lost page', () => rmSync(path.join(dist, 'sub/one.wxml')), 'missing sub/one.wxml'],
  ['a lost component', () => rmSync(path.join(dist, 'part.js')), 'missing part.js'],
  [
    'a lost sitemap',
    () => put('app.json', JSON.stringify({ pages: ['home'], sitemapLocation: 'sitemap.json' })),
    'missing sitemap.json',
  ],
  [
    'a lost module',
    () => rmSync(path.join(dist, 'vendors.js')),
    'app.js: requires vendors, which is missing',
  ],
  ['broken WXML', () => put('home.wxml', '<view><text></view>'), 'home.wxml:1'],
  ['broken WXSS', () => put('app.wxss', 'page { color: red'), 'app.wxss: '],
  [
    'a universal selector',
    () => put('app.wxss', '.shelf > * { color: red }'),
    'app.wxss: WeChat refuses * in the selector .shelf > *',
  ],
  [
    'an attribute selector',
    () => put('app.wxss', '[tabindex] { color: red }'),
    'app.wxss: WeChat refuses [tabindex] in the selector [tabindex]',
  ],
  ['an id selector', () => put('app.wxss', '#a { color: red }'), 'app.wxss: WeChat refuses #a'],
  ['a tag selector', () => put('app.wxss', '.a view { color: red }'), 'app.wxss: WeChat refuses view'],
  [
    'a root that its release tool refuses',
    () => put('project.config.json', JSON.stringify({ miniprogramRoot: './' })),
    'project.config.json: miniprogramRoot must be empty',
  ],
  ['an odd file', () => put('notes.md', 'x'), 'notes.md: WeChat leaves out this kind of file'],
  ['a heavy package', () => put('sub/big.txt', 'x'.repeat(2_100_000)), 'sub has 2051 KB, more than 2048'],
])('checkBundle reports %s', (_name, damage, problem) => {
  damage()
  expect(checkBundle(dist)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]))
})
