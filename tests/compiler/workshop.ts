import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Storefront } from '@/features/storefront/use-storefront'
import { type OpenedShop, openShop } from '../server/support/shop'
import { makeWorld, type World } from '../server/support/world'
import { run } from './run'

/** A shop on a server that compilers can ask, and a folder for what they make. */
export class Workshop {
  private constructor(
    readonly world: World,
    readonly api: string,
    readonly shop: OpenedShop,
    readonly storefront: Storefront,
    readonly folder: string,
  ) {}

  static async open(): Promise<Workshop> {
    const world = await makeWorld()
    await world.app.listen({ port: 0, host: '127.0.0.1' })
    const api = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`
    const shop = await openShop(world, { request: { name: '核桃老店', phone: '13900000001' } })
    const reply = await fetch(`${api}/api/storefronts/${shop.slug}`)
    const folder = mkdtempSync(path.join(tmpdir(), 'kz-compiler-'))
    return new Workshop(world, api, shop, (await reply.json()) as Storefront, folder)
  }

  async close() {
    await this.world.app.close()
    rmSync(this.folder, { recursive: true })
  }

  private turn = 0
  readonly fresh = () => path.join(this.folder, `out-${++this.turn}`)

  readonly compile = (changes: Record<string, string> = {}, more: string[] = [], engine?: string) => {
    const named = { shop: this.shop.slug, target: 'weapp', out: this.fresh(), api: this.api, ...changes }
    const args = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value])
    return run([...args, ...more, '--json'], engine)
  }

  /** A folder as an export is unpacked. */
  readonly exported = (changes: object = {}, text?: string): string => {
    const place = this.fresh()
    mkdirSync(place)
    const { shop, look, products } = this.storefront
    const value = { kind: 'kaizhang-shop', format: 1, shop, look, products, ...changes }
    writeFileSync(path.join(place, 'shop.json'), text ?? JSON.stringify(value))
    return place
  }
}

/** A server that answers one thing to everything. */
export async function answering<T>(
  status: number,
  body: string,
  visit: (origin: string) => Promise<T>,
  length = Buffer.byteLength(body),
): Promise<T> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-length': length }).write(body)
    // one that promised more breaks off
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
