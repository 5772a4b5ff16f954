import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  shareScaledLengths,
  shortenClassNames,
  shortenScripts,
  shortenSharedNames,
  trimWeapp,
} from '../../scripts/lib/trim-weapp.mjs'
import { folderPerTest } from '../support/temporary-folder'

const folder = folderPerTest()
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')

beforeEach(() => {
  mkdirSync(path.join(folder, 'pages'))
})

describe('shortenClassNames', () => {
  it('gives an element one short name in scripts and styles, and keeps its modifier', () => {
    write('app.wxss', '.order-card__head{color:red}.order-card__head--late{color:blue}.order-card{margin:0}')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a script
    write('pages/order.js', 'a("order-card order-card__head order-card__foot",`order-card__head--${b}`)')
    shortenClassNames(folder)
    expect(read('app.wxss')).toBe('.k0{color:red}.k0--late{color:blue}.order-card{margin:0}')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a script
    expect(read('pages/order.js')).toBe('a("order-card k0 order-card__foot",`k0--${b}`)')
  })

  it('keeps the names that only sections contain', () => {
    write('section-story.wxss', '.story__text{margin:0}')
    write('section-story.js', 'a("story__text")')
    shortenClassNames(folder)
    expect([read('section-story.wxss'), read('section-story.js')]).toEqual([
      '.story__text{margin:0}',
      'a("story__text")',
    ])
  })
})

describe('trimWeapp', () => {
  it('removes the rules for windows that are wider than any mini-program, the pointer and empty rules', () => {
    write(
      'app.wxss',
      '.a{cursor:pointer}.b{cursor:pointer;top:0}@media (min-width:700px){.b{top:1px}}@media (min-width:900px){.b{top:2px}}',
    )
    trimWeapp(folder, [])
    expect(read('app.wxss')).toBe('.b{top:0}@media (min-width:700px){.b{top:1px}}')
  })
})

describe('shareScaledLengths', () => {
  it('declares a length that is used often as a variable', () => {
    const often = 'font-size:calc(17px*var(--fs,1));'.repeat(5)
    write('app.wxss', '@import "./common.wxss";')
    write('common.wxss', `.a{${often}height:calc(44px*var(--fs,1))}`)
    shareScaledLengths(folder)
    expect(read('common.wxss')).toBe(`.a{${'font-size:var(--s17);'.repeat(5)}height:calc(44px*var(--fs,1))}`)
    expect(read('app.wxss')).toBe('@import "./common.wxss";page,.page{--s17:calc(17px*var(--fs,1))}')
  })
})

describe('shortenScripts', () => {
  it('calls imported functions directly', () => {
    write('a.js', 'function a(){return(0,b.c)((0,d.e)(1),"(0,f.g)()")}(0,b.c)(2);new((0,b.c)(3))')
    shortenScripts(folder)
    expect(read('a.js')).toBe('function a(){return b.c(d.e(1),"(0,f.g)()")}b.c(2);new(b.c(3))')
  })

  it('leaves other calls and computed members alone', () => {
    const source = '(0,b[c])(1);(0,b)(2);(a,b.c)(3);(0,b().c)(4)'
    write('a.js', source)
    shortenScripts(folder)
    expect(read('a.js')).toBe(source)
  })

  it('declares strict mode once', () => {
    write('a.js', 'push([{1:e=>{"use strict";e.a=1},2:e=>{e.b=2},3:e=>{"use strict";e.c=3}}])')
    shortenScripts(folder)
    expect(read('a.js')).toBe('"use strict";push([{1:e=>{e.a=1},2:e=>{e.b=2},3:e=>{e.c=3}}])')
  })
})

describe('shortenSharedNames', () => {
  it('renames the files that pages share, in all that name them', () => {
    const [one, other] = ['a'.repeat(32), 'b'.repeat(32)]
    mkdirSync(path.join(folder, 'pages/sub-common'))
    write(`pages/sub-common/${one}.js`, 'a()')
    write(`pages/sub-common/${other}.js`, 'b()')
    write(`pages/sub-common/${other}.wxss`, '.b{margin:0}')
    write(
      'pages/order.js',
      `require("./sub-common/${one}.js");require("./sub-common/${other}.js");c("${one}")`,
    )
    write('pages/order.wxss', `@import "./sub-common/${other}.wxss";`)
    shortenSharedNames(folder)
    expect(read('pages/order.js')).toBe(
      `require("./sub-common/0.js");require("./sub-common/1.js");c("${one}")`,
    )
    expect(read('pages/order.wxss')).toBe('@import "./sub-common/1.wxss";')
    expect(['0.js', '1.js', '1.wxss'].map((name) => read(`pages/sub-common/${name}`))).toEqual([
      ...['a()', 'b()', '.b{margin:0}'],
    ])
  })
})
