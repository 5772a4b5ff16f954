import { execFileSync } from 'node:child_process'

const KB = 1024

/** Weighs packages of a mini-program in a separate Node process; returns the names over budget. */
function weigh(packages: Record<string, number>): string[] {
  const sizes = { packages, total: Object.values(packages).reduce((sum, bytes) => sum + bytes, 0) }
  const code = `import('./scripts/build-weapp.mjs').then(({ weighBundle }) =>
    console.log(JSON.stringify(weighBundle(${JSON.stringify(sizes)}).over)))`
  return JSON.parse(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' }))
}

describe('weighBundle', () => {
  it("allows 700 KB for a package, and 460 KB for the seller's", () => {
    expect(weigh({ main: 700 * KB, 'pages/merchant': 400 * KB })).toEqual([])
    expect(weigh({ main: 700 * KB + 1, 'pages/merchant': 400 * KB + 1 })).toEqual(['main', 'pages/merchant'])
  })

  it('allows 6 MB for all packages together', () => {
    const packages = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`pages/${at}`, 700 * KB]))
    expect(weigh(packages)).toEqual(['total'])
  })
})
