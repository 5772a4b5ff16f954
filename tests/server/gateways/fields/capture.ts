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

async function partsOf(form: FormData): Promise<Record<string, string>> {
  const parts = await Promise.all(
    [...form].map(async ([name, value]) => {
      if (typeof value === 'string') return [name, value] as const
      return [name, value.type === 'application/json' ? await value.text() : value.name] as const
    }),
  )
  return Object.fromEntries(parts)
}

/** The records of all captures that have not stopped. */
const records = new Set<Exchange[]>()

const recordingBy =
  (send: typeof fetch): typeof fetch =>
  async (input, init = {}) => {
    const { method = 'GET', headers, body } = init
    const exchange: Exchange = {
      ...{
        method,
        url: new URL(input instanceof Request ? input.url : input),
        headers: new Headers(headers),
      },
      body: body instanceof FormData ? await partsOf(body) : typeof body === 'string' ? body : '',
    }
    for (const record of records) record.push(exchange)
    const response = await send(input, init)
    const copy = response.clone()
    exchange.reply = { status: response.status, headers: response.headers, text: await copy.text() }
    return response
  }

let restore: () => void = () => undefined

/** Records every request that `fetch` sends from now on, in order, until it is stopped. */
export function startCapture() {
  const exchanges: Exchange[] = []
  if (records.size === 0) {
    const { fetch: send } = globalThis
    globalThis.fetch = recordingBy(send)
    restore = () => {
      globalThis.fetch = send
    }
  }
  records.add(exchanges)
  return {
    exchanges,
    stop() {
      if (records.delete(exchanges) && records.size === 0) restore()
    },
  }
}
