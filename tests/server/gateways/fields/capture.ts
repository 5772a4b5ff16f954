/** A request that this process sent, and what answered it. */
export interface Exchange {
  method: string
  url: URL
  headers: Headers
  /** The exact text that was sent; that of each part of a form by its name, or the name of a file. */
  body: string | Record<string, string>
  /** Absent while nothing has answered. */
  reply?: { status: number; headers: Headers; text: string }
}

export interface Capture {
  exchanges: Exchange[]
  stop(): void
}

async function partsOf(form: FormData): Promise<Record<string, string>> {
  const parts = await Promise.all(
    [...form].map(async ([name, value]) => {
      if (typeof value === 'string') return [name, value] as const
      return [name, value.type === 'application/json' ? await value.text() : value.name] as const
    }),
  )
  return Object.fromEntries(parts)
}

/** Records every request that `fetch` sends from now on, in order, until it is stopped. */
export function startCapture(): Capture {
  const { fetch: send } = globalThis
  const exchanges: Exchange[] = []
  globalThis.fetch = async (input, init = {}) => {
    const { method = 'GET', headers, body } = init
    const exchange: Exchange = {
      ...{
        method,
        url: new URL(input instanceof Request ? input.url : input),
        headers: new Headers(headers),
      },
      body: body instanceof FormData ? await partsOf(body) : typeof body === 'string' ? body : '',
    }
    exchanges.push(exchange)
    const response = await send(input, init)
    const copy = response.clone()
    exchange.reply = { status: response.status, headers: response.headers, text: await copy.text() }
    return response
  }
  const { fetch: record } = globalThis
  return {
    exchanges,
    stop() {
      if (globalThis.fetch === record) globalThis.fetch = send
    },
  }
}
