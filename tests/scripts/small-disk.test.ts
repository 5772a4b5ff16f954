import { hasSmallDisk, mountSmallDisk } from '../faults/support/small-disk'

const { PATH, CI } = process.env
const write = jest.spyOn(process.stderr, 'write')
const setCi = (value: string | undefined) => {
  if (value === undefined) delete process.env.CI
  else process.env.CI = value
}

// without the program `mount` no disk can be mounted
beforeEach(() => {
  process.env.PATH = '/nonexistent'
  write.mockReset().mockReturnValue(true)
})
afterEach(() => {
  process.env.PATH = PATH
  setCi(CI)
})
afterAll(() => write.mockRestore())

describe('a small disk that cannot be mounted', () => {
  it('fails the tests that need it in CI', () => {
    setCi('true')
    expect(hasSmallDisk()).toBe(true)
    expect(() => mountSmallDisk(1)).toThrow('A small disk cannot be mounted')
  })

  it('skips them elsewhere and says so', () => {
    setCi(undefined)
    expect(hasSmallDisk()).toBe(false)
    expect(write.mock.calls.join()).toContain('skipped: A small disk cannot be mounted')
  })
})
