import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Storefront } from '@/features/storefront/use-storefront'
import { createTestEnvironment, type TestEnvironment } from '../server/support/test-environment'
import { type OpenedShop, openShop } from '../server/support/test-shop'
import { runCompiler } from './run-compiler'

/** A server with a shop, and a folder for compiled apps. */
export class CompilerTestBed {
  private constructor(
    readonly env: TestEnvironment,
    readonly api: string,
    readonly shop: OpenedShop,
    readonly storefront: Storefront,
    readonly folder: string,
  ) {}

  static async open(): Promise<CompilerTestBed> {
    const env = await createTestEnvironment()
    await env.app.listen({ port: 0, host: '127.0.0.1' })
    const api = `http://127.0.0.1:${(env.app.server.address() as AddressInfo).port}`
    const shop = await openShop(env, { request: { name: '核桃老店', phone: '13900000001' } })
    const reply = await fetch(`${api}/api/storefronts/${shop.slug}`)
    const folder = mkdtempSync(path.join(tmpdir(), 'kz-compiler-'))
    return new CompilerTestBed(env, api, shop, (await reply.json()) as Storefront, folder)
  }

  async close() {
    await this.env.app.close()
    rmSync(this.folder, { recursive: true })
  }

  private folderCount = 0
  readonly newFolder = () => path.join(this.folder, `out-${++this.folderCount}`)

  readonly compile = (changes: Record<string, string> = {}, more: string[] = [], engine?: string) => {
    const options = {
      shop: this.shop.slug,
      target: 'weapp',
      out: this.newFolder(),
      api: this.api,
      ...changes,
    }
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    return runCompiler([...args, ...more, '--dev', '--json'], engine)
  }

  /** Writes an unpacked export; returns its folder. */
  readonly writeExport = (changes: object = {}, text?: string): string => {
    const folder = this.newFolder()
    mkdirSync(folder)
    const { shop, look, products } = this.storefront
    const value = { kind: 'kaizhang-shop', format: 1, shop, look, products, ...changes }
    writeFileSync(path.join(folder, 'shop.json'), text ?? JSON.stringify(value))
    return folder
  }
}

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
