import { randomBytes } from 'node:crypto'
import { CompileFault } from '../../compiler/compile-error'
import { checkSizes, sizesOf } from '../../compiler/sizes'

const KB = 1024

/** A site of a page that names one of its scripts, in `kb` KB that nothing packs. */
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
  return () => checkSizes('h5', files, sizesOf('h5', files))
}

test('a site is refused when its page asks for more than 150 KB at first; what comes later is not counted', () => {
  expect(site(139)).not.toThrow()
  expect(site(141)).toThrow(CompileFault)
  expect(site(141)).toThrow(/first load \(gzip\) has 151\.\d KB, more than 150 KB/)
})
