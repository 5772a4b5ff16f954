import { existsSync } from 'node:fs'
import { CompilerTestBed } from './compiler-test-bed'
import { parseOutput, runCompiler } from './run-compiler'

let testBed: CompilerTestBed
beforeAll(async () => {
  testBed = await CompilerTestBed.open()
})
afterAll(() => testBed.close())

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
