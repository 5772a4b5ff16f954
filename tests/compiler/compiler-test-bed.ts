import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Storefront } from '@/features/storefront/use-storefront'
import { createTestEnvironment } from '../server/support/test-environment'
import { openShop } from '../server/support/test-shop'
import { perFile } from '../support/per-test'
import { runCompiler } from './run-compiler'

export type CompilerTestBed = Awaited<ReturnType<typeof openTestBed>>

async function openTestBed() {
  const env = await createTestEnvironment()
  await env.app.listen({ port: 0, host: '127.0.0.1' })
  const api = `http://127.0.0.1:${(env.app.server.address() as AddressInfo).port}`
  const shop = await openShop(env, { request: { name: '核桃老店', phone: '13900000001' } })
  const reply = await fetch(`${api}/api/storefronts/${shop.slug}`)
  const storefront = (await reply.json()) as Storefront
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-compiler-'))
  let folderCount = 0
  const newFolder = () => path.join(folder, `out-${++folderCount}`)
  return {
    ...{ env, api, shop, storefront, folder, newFolder },
    compile(changes: Record<string, string> = {}, more: string[] = [], engine?: string) {
      const options = { shop: shop.slug, target: 'weapp', out: newFolder(), api, ...changes }
      const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
      return runCompiler([...args, ...more, '--dev', '--json'], engine)
    },
    /** Writes an unpacked export; returns its folder. */
    writeExport(changes: object = {}, text?: string): string {
      const exported = newFolder()
      mkdirSync(exported)
      const { shop, look, products } = storefront
      const value = { kind: 'kaizhang-shop', format: 1, shop, look, products, ...changes }
      writeFileSync(path.join(exported, 'shop.json'), text ?? JSON.stringify(value))
      return exported
    },
    async close() {
      await env.app.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Returns a server with a shop, and a folder for compiled apps, which the tests of a file share. */
export const compilerTestBed = (): CompilerTestBed => perFile(openTestBed, 'close')

/** Runs `visit` with a server that gives the same response to every request; a larger `length` truncates it. */
export async function withFixedResponse<T>(
  status: number,
  body: string,
  visit: (origin: string) => Promise<T>,
  length = Buffer.byteLength(body),
): Promise<T> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-length': length }).write(body)
    // a larger content-length breaks the response off
    if (length > Buffer.byteLength(body)) setImmediate(() => response.destroy())
    else response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    return await visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
