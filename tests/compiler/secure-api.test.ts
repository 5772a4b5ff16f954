import { existsSync } from 'node:fs'
import { compilerTestBed } from './compiler-test-bed'
import { parseOutput, runCompiler } from './run-compiler'

const testBed = compilerTestBed()

test('shop:compile rejects a server without https, except for the developer tools', async () => {
  for (const target of ['weapp', 'all']) {
    const out = testBed.newFolder()
    const wanted = [
      '--shop',
      testBed.shop.slug,
      '--target',
      target,
      '--out',
      out,
      '--api',
      testBed.api,
      '--json',
    ]
    const result = await runCompiler(wanted)
    expect(parseOutput(result)).toMatchObject({
      code: 'insecure-api',
      message: expect.stringMatching(/https.*--dev/),
    })
    expect(existsSync(out)).toBe(false)
  }
  expect((await testBed.compile()).code).toBe(0)
})
