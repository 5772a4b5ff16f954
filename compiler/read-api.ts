import { readStorefront } from './check-shop'
import { CompileFault } from './fault'
import type { ShopSource } from './shop-source'

const PATIENCE_MS = 15_000

async function ask(url: string): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new CompileFault(
      'no-api',
      `The API does not answer at ${url} (${why}). Is --api right, is the server up?`,
    )
  }
}

async function reply(url: string): Promise<unknown> {
  const response = await ask(url)
  const text = await response.text()
  if (response.status === 404) return undefined
  if (!response.ok)
    throw new CompileFault('no-api', `${url} answered ${response.status}: ${text.slice(0, 200)}`)
  try {
    return JSON.parse(text)
  } catch {
    throw new CompileFault(
      'no-api',
      `${url} answered something that is no JSON. Is --api the server's address?`,
    )
  }
}

/** A shop as its server has it now. */
export async function readFromApi(slug: string, api: string, now: number): Promise<ShopSource> {
  const url = `${api}/api/storefronts/${slug}`
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
      const response = await ask(`${api}${path}`)
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined
    },
  }
}
