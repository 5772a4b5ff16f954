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
