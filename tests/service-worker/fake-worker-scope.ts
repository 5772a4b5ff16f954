import type { FetchEventLike, NotificationLike, WindowLike, WorkerScope } from '@/service-worker/worker-scope'

export const ORIGIN = 'https://shop.example.org'

/** Returns the response to a path: `undefined` for no network, a promise for a slow one. */
export type NetworkHandler = (path: string) => Response | undefined | Promise<Response>

/** Creates a response of type `basic`, as `fetch` returns; the constructor makes another type. */
export function createBasicResponse(
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

/** A fake CacheStorage that keeps the order in which caches were opened. */
function fakeCaches(capacity: () => number) {
  const stores = new Map<string, Map<string, Response>>()
  const cacheOf = (store: Map<string, Response>) => ({
    match: async (key: Request | string) => store.get(pathOf(key))?.clone(),
    put: async (key: Request | string, answer: Response) => {
      await answer.clone().text()
      if ([...stores.values()].reduce((sum, { size }) => sum + size, 0) >= capacity())
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

interface RequestOptions {
  method?: string
  mode?: string
  referrer?: string
  range?: string
}

/** A notification on the screen. */
export interface ShownNotification extends NotificationLike {
  title: string
  options: { body?: string; tag?: string; renotify?: boolean }
}

/** A fake browser for service workers; `caches` outlives a worker. */
export function createFakeBrowser() {
  let answers: NetworkHandler = () => undefined
  let saveData = false
  let capacity = Number.POSITIVE_INFINITY
  let isUnregistered = false
  const caches = fakeCaches(() => capacity)
  const requestedPaths: string[] = []
  const windows: WindowLike[] = []
  const opened: string[] = []
  let notifications: ShownNotification[] = []

  const fetch = async (what: Request | string) => {
    const path = pathOf(what)
    requestedPaths.push(path)
    const answer = await answers(path)
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  }

  const remove = (shown: ShownNotification) => {
    notifications = notifications.filter((one) => one !== shown)
  }

  /** Runs a worker script in its own scope; its event handlers can be awaited. */
  function run(script: (scope: WorkerScope) => void) {
    const listeners: Record<string, (event: never) => void> = {}
    script({
      caches: caches as unknown as CacheStorage,
      location: { origin: ORIGIN },
      navigator: { connection: { saveData } },
      clients: {
        claim: async () => undefined,
        matchAll: async () => windows,
        openWindow: async (url: string) => void opened.push(url),
      },
      registration: {
        scope: `${ORIGIN}/`,
        unregister: async () => {
          isUnregistered = true
          return true
        },
        getNotifications: async ({ tag }: { tag: string }) =>
          notifications.filter(({ options }) => options.tag === tag),
        showNotification: async (
          title: string,
          options: ShownNotification['options'] & { data: unknown },
        ) => {
          const shown = { title, options, data: options.data, close: () => remove(shown) }
          // one of the same tag is replaced
          notifications = [...notifications.filter((one) => one.options.tag !== options.tag), shown]
        },
      },
      fetch,
      skipWaiting: async () => undefined,
      addEventListener: (kind: string, listener: (event: never) => void) => {
        listeners[kind] = listener
      },
    } as unknown as WorkerScope)
    const dispatch = async (kind: string, more: object = {}) => {
      const work: Promise<unknown>[] = []
      listeners[kind]?.({ ...more, waitUntil: (one: Promise<unknown>) => work.push(one) } as never)
      await Promise.all(work)
    }
    return {
      install: () => dispatch('install'),
      activate: () => dispatch('activate'),
      push: (message: unknown) => dispatch('push', { data: { json: () => message } }),
      press: (notification: ShownNotification) => dispatch('notificationclick', { notification }),
      message: (data: unknown, from: string) => dispatch('message', { data, source: { url: ORIGIN + from } }),
      /**
       * Dispatches a fetch event and waits for all its work; returns the response, or `undefined` when the worker
       * ignores the request.
       */
      async ask(
        path: string,
        { method = 'GET', mode = 'no-cors', referrer = '', range }: RequestOptions = {},
      ) {
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
        } as FetchEventLike as never)
        const response = await answer
        await Promise.all(work)
        return response
      },
    }
  }

  return {
    run,
    caches: caches.stores,
    requestedPaths,
    isUnregistered: () => isUnregistered,
    windows,
    opened,
    notifications: () => notifications,
    answer: (next: NetworkHandler) => {
      answers = next
    },
    saveData: () => {
      saveData = true
    },
    fillUp: () => {
      capacity = 0
    },
  }
}
