import { randomBytes } from 'node:crypto'
import { CompileError } from '../../compiler/compile-error'
import { checkSizes, measureSizes } from '../../compiler/sizes'

const KB = 1024

/** Returns a check of a site whose page loads one script of `kb` KB of incompressible bytes. */
function site(kb: number) {
  const files = new Map([
    [
      'index.html',
      Buffer.from('<link rel="preload" href="./css/a.css"><script src="./js/app.js" defer></script>'),
    ],
    ['js/app.js', randomBytes(kb * KB)],
    ['css/a.css', randomBytes(10 * KB)],
    ['js/later.js', randomBytes(300 * KB)],
  ])
  return () => checkSizes('h5', files, measureSizes('h5', files))
}

test('checkSizes rejects a page that loads more than 150 KB at first and ignores lazy files', () => {
  expect(site(139)).not.toThrow()
  expect(site(141)).toThrow(CompileError)
  expect(site(141)).toThrow(/first load \(gzip\) has 151\.\d KB, more than 150 KB/)
})

/** Returns a check of a mini-program with so many KB of scripts in its main package and in one that is loaded later. */
function weapp(main: number, later: number) {
  const files = new Map([
    ['app.json', Buffer.from(JSON.stringify({ subPackages: [{ root: 'pages/later', pages: ['page'] }] }))],
    ['app.js', Buffer.alloc(main * KB)],
    ['pages/later/page.js', Buffer.alloc(later * KB)],
  ])
  return () => checkSizes('weapp', files, measureSizes('weapp', files))
}

test('checkSizes limits the main package of a mini-program, and all packages together', () => {
  expect(weapp(349, 50)).not.toThrow()
  expect(weapp(350, 10)).toThrow(/its main package has 350\.1 KB, more than 350 KB/)
  expect(weapp(349, 71)).toThrow(/its code has 420\.1 KB, more than 420 KB/)
})

test('checkSizes limits the page of a group buy', () => {
  const check = (kb: number) => () => {
    const files = new Map([
      [
        'app.json',
        Buffer.from(JSON.stringify({ subPackages: [{ root: 'pages/group-buy', pages: ['index'] }] })),
      ],
      ['pages/group-buy/index.js', Buffer.alloc(kb * KB)],
    ])
    checkSizes('weapp', files, measureSizes('weapp', files))
  }
  expect(check(39)).not.toThrow()
  expect(check(41)).toThrow(/its page of a group buy has 41\.0 KB, more than 40 KB/)
})
