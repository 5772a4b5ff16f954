import type { Fetching, WorkerScope } from '../../../server/offline/worker'

export const ORIGIN = 'https://shop.example.org'

/** What the network answers to a path: an answer, `undefined` for no network, a promise for a slow one. */
export type Answers = (path: string) => Response | undefined | Promise<Response>

/** Answers of `fetch` are of this type; the constructor makes others. */
export function basic(
  body: string,
  headers: Record<string, string>,
  more: { status?: number } = {},
): Response {
  const answer = new Response(body, { headers, ...more })
  Object.defineProperty(answer, 'type', { value: 'basic' })
  const clone = answer.clone.bind(answer)
  answer.clone = () => Object.defineProperty(clone(), 'type', { value: 'basic' })
  return answer
}

const pathOf = (key: Request | string) => new URL(typeof key === 'string' ? key : key.url, ORIGIN).pathname

/** A browser's caches, in the order in which they were opened. */
function fakeCaches(room: () => number) {
  const stores = new Map<string, Map<string, Response>>()
  const cacheOf = (store: Map<string, Response>) => ({
    match: async (key: Request | string) => store.get(pathOf(key))?.clone(),
    put: async (key: Request | string, answer: Response) => {
      await answer.clone().text()
      if ([...stores.values()].reduce((sum, { size }) => sum + size, 0) >= room())
        throw new Error('QuotaExceededError')
      store.delete(pathOf(key))
      store.set(pathOf(key), answer)
    },
    keys: async () => [...store.keys()].map((path) => new Request(ORIGIN + path)),
    delete: async (key: Request | string) => store.delete(pathOf(key)),
  })
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return cacheOf(store)
  }
  return {
    stores,
    open: async (name: string) => open(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (key: Request | string) => {
      for (const store of stores.values()) {
        const found = store.get(pathOf(key))
        if (found) return found.clone()
      }
      return undefined
    },
  }
}

interface Asked {
  method?: string
  mode?: string
  referrer?: string
  range?: string
}

/** A service worker's surroundings, as far as ours looks at them; `caches` outlives the worker. */
export function fakeBrowser() {
  let answers: Answers = () => undefined
  let saveData = false
  let room = Number.POSITIVE_INFINITY
  const caches = fakeCaches(() => room)
  const asked: string[] = []

  const fetch = async (what: Request | string) => {
    const path = pathOf(what)
    asked.push(path)
    const answer = await answers(path)
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  }

  /** Runs a worker's script in a scope of its own; what its events do can be waited for. */
  function run(script: (scope: WorkerScope) => void) {
    const listeners: Record<string, (event: never) => void> = {}
    script({
      caches: caches as unknown as CacheStorage,
      location: { origin: ORIGIN },
      navigator: { connection: { saveData } },
      clients: { claim: async () => undefined },
      registration: { scope: `${ORIGIN}/` },
      fetch,
      skipWaiting: async () => undefined,
      addEventListener: (kind: string, listener: (event: never) => void) => {
        listeners[kind] = listener
      },
    } as unknown as WorkerScope)
    const tell = async (kind: string, more: object = {}) => {
      const work: Promise<unknown>[] = []
      listeners[kind]?.({ ...more, waitUntil: (one: Promise<unknown>) => work.push(one) } as never)
      await Promise.all(work)
    }
    return {
      install: () => tell('install'),
      activate: () => tell('activate'),
      message: (data: unknown, from: string) => tell('message', { data, source: { url: ORIGIN + from } }),
      /** The worker's answer, once it has done all it does with it; `undefined` when it leaves the request alone. */
      async ask(path: string, { method = 'GET', mode = 'no-cors', referrer = '', range }: Asked = {}) {
        const url = path.startsWith('http') ? path : ORIGIN + path
        let answer: Promise<Response> | undefined
        const respondWith = (given: Promise<Response>) => {
          answer = given
        }
        const work: Promise<unknown>[] = []
        const headers = new Headers(range ? { range } : {})
        const from = referrer && ORIGIN + referrer
        const request = { url, method, mode, headers, referrer: from } as unknown as Request
        listeners.fetch?.({
          request,
          respondWith,
          waitUntil: (one: Promise<unknown>) => work.push(one),
        } as Fetching as never)
        const got = await answer
        await Promise.all(work)
        return got
      },
    }
  }

  return {
    run,
    caches: caches.stores,
    asked,
    answer: (next: Answers) => {
      answers = next
    },
    saveData: () => {
      saveData = true
    },
    fillUp: () => {
      room = 0
    },
  }
}
