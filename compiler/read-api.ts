import { readStorefront } from './check-shop'
import { CompileError } from './compile-error'
import type { ShopSource } from './shop-source'

const TIMEOUT_MS = 15_000

/** The server cannot be reached or fails, so nothing is known about the shop. */
export class ApiUnreachableError extends CompileError {
  constructor(message: string) {
    super('no-api', message)
  }
}

/** Requests a URL and reads the whole body; a failure or timeout is an `ApiUnreachableError`. */
async function request(url: string): Promise<{ status: number; body: Buffer }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new ApiUnreachableError(
      `The API does not answer at ${url} (${why}). Is --api right, is the server up?`,
    )
  }
}

async function requestJson(url: string): Promise<unknown> {
  const { status, body } = await request(url)
  const text = body.toString('utf8')
  if (status === 404) return undefined
  if (status >= 500) throw new ApiUnreachableError(`${url} answered ${status}: ${text.slice(0, 200)}`)
  if (status !== 200) throw new CompileError('no-api', `${url} answered ${status}: ${text.slice(0, 200)}`)
  try {
    return JSON.parse(text)
  } catch {
    throw new CompileError(
      'no-api',
      `${url} answered something that is no JSON. Is --api the server's address?`,
    )
  }
}

const storefrontAt = (api: string, slug: string) => `${api}/api/storefronts/${slug}`

/** Fetches id and name of the shop of a slug, without validation; `undefined` when there is none. */
export async function fetchShopIdentity(
  api: string,
  slug: string,
): Promise<{ id?: unknown; name?: unknown } | undefined> {
  const found = await requestJson(storefrontAt(api, slug))
  if (found === undefined) return undefined
  const shop = Reflect.get(Object(found), 'shop')
  return { id: Reflect.get(Object(shop), 'id'), name: Reflect.get(Object(shop), 'name') }
}

export async function readFromApi(slug: string, api: string, now: number): Promise<ShopSource> {
  const url = storefrontAt(api, slug)
  const found = await requestJson(url)
  if (found === undefined)
    throw new CompileError(
      'unknown-shop',
      `${api} knows no shop "${slug}". Its slug is what follows /s/ in its address.`,
    )
  return {
    storefront: readStorefront(found, url),
    at: now,
    api,
    picture: async (path) => {
      const { status, body } = await request(`${api}${path}`)
      return status === 200 ? body : undefined
    },
  }
}
