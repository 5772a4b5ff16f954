import { readStorefront } from './check-shop'
import { CompileFault } from './compile-error'
import type { ShopSource } from './shop-source'

const PATIENCE_MS = 15_000

/** A server that cannot be reached, or is in trouble: it says nothing about a shop. */
export class ApiSilent extends CompileFault {
  constructor(message: string) {
    super('no-api', message)
  }
}

/** What an address answers, its body read; one that does not answer whole in good time is a `no-api`. */
async function ask(url: string): Promise<{ status: number; body: Buffer }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new ApiSilent(`The API does not answer at ${url} (${why}). Is --api right, is the server up?`)
  }
}

async function reply(url: string): Promise<unknown> {
  const { status, body } = await ask(url)
  const text = body.toString('utf8')
  if (status === 404) return undefined
  if (status >= 500) throw new ApiSilent(`${url} answered ${status}: ${text.slice(0, 200)}`)
  if (status !== 200) throw new CompileFault('no-api', `${url} answered ${status}: ${text.slice(0, 200)}`)
  try {
    return JSON.parse(text)
  } catch {
    throw new CompileFault(
      'no-api',
      `${url} answered something that is no JSON. Is --api the server's address?`,
    )
  }
}

const storefrontAt = (api: string, slug: string) => `${api}/api/storefronts/${slug}`

/** Which shop a server has under a slug, as far as its reply says it; `undefined` when it has none. */
export async function shopAt(
  api: string,
  slug: string,
): Promise<{ id?: unknown; name?: unknown } | undefined> {
  const found = await reply(storefrontAt(api, slug))
  if (found === undefined) return undefined
  const shop = Reflect.get(Object(found), 'shop')
  return { id: Reflect.get(Object(shop), 'id'), name: Reflect.get(Object(shop), 'name') }
}

/** A shop as its server has it now. */
export async function readFromApi(slug: string, api: string, now: number): Promise<ShopSource> {
  const url = storefrontAt(api, slug)
  const found = await reply(url)
  if (found === undefined)
    throw new CompileFault(
      'unknown-shop',
      `${api} knows no shop "${slug}". Its slug is what follows /s/ in its address.`,
    )
  return {
    storefront: readStorefront(found, url),
    at: now,
    api,
    picture: async (path) => {
      const { status, body } = await ask(`${api}${path}`)
      return status === 200 ? body : undefined
    },
  }
}
