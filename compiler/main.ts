import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkOpen } from './check-shop'
import { compileWeapp } from './compile-weapp'
import { CompileFault } from './fault'
import { readFolder } from './folder'
import { writeFolder } from './output'
import { readFromApi } from './read-api'
import { readFromExport } from './read-export'

/** Compiles what the arguments ask for; answers the exit code. `engine` answers the folder of a target's engine. */
export async function main(
  args: string[],
  engine: (target: 'weapp' | 'h5') => Promise<string>,
): Promise<number> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        shop: { type: 'string' },
        target: { type: 'string' },
        out: { type: 'string' },
        api: { type: 'string' },
        appid: { type: 'string', default: 'touristappid' },
      },
    })
    const { shop = '', out = '', api, appid } = values
    const now = Date.now()
    const source = existsSync(shop)
      ? readFromExport(shop, api)
      : await readFromApi(shop, api ?? 'http://127.0.0.1:4180', now)
    for (const words of checkOpen(source.storefront, now)) process.stderr.write(`${words}\n`)
    const files = await compileWeapp(readFolder(await engine('weapp')), source, appid)
    writeFolder(out, files, { slug: source.storefront.shop.slug, target: 'weapp' })
    return 0
  } catch (error) {
    if (!(error instanceof CompileFault)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
